import { html, type Html, nothing } from '../platform/html.ts'
import { clockOf } from './clip-time.ts'
import type { Cue } from './wire.ts'

interface Turn {
  speaker: string
  fromMs: number
  text: string
}

/** What one speaker says without another between is one turn. */
function turnsOf(cues: readonly Cue[]): Turn[] {
  const turns: Turn[] = []
  for (const { speaker, fromMs, text } of cues) {
    const last = turns.at(-1)
    if (last && last.speaker === speaker) last.text += ` ${text}`
    else turns.push({ speaker, fromMs, text })
  }
  return turns
}

/** What can be heard in a clip, for who would rather read it. */
export function saidHtml(cues: readonly Cue[], language: string): Html {
  if (cues.length === 0) return nothing
  return html`<div lang="${language}">
    ${turnsOf(cues).map(
      ({ speaker, fromMs, text }) =>
        html`<p>
          <span class="num">${clockOf(fromMs)}</span> ${speaker ? html`<b>${speaker}:</b>` : nothing} ${text}
        </p>`,
    )}
  </div>`
}
