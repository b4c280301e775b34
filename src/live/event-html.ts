import { type Fragment, type Html, html, nothing } from '../platform/html.ts'
import { type BrandClock, longTime, shortDate, timeOfDay } from '../platform/brand-clock.ts'
import type { EventView } from './event-view.ts'
import { LABELS, type PhaseFrom, phaseAt, type PhaseView, scheduleInstants } from './phase.ts'
import { actionFor, wordsFor } from './strip-faces.ts'
import { withFinalWords } from './event-view.ts'

export const timeTag = (at: Date, words: string): Html =>
  html`<time datetime="${at.toISOString()}">${words}</time>`

/** "Live", "Starting Soon": said in words and by its shape, not by colour alone. */
export const labelHtml = ({ phase }: PhaseView): Html =>
  html`<span class="phase phase-${phase}">${LABELS[phase]}</span>`

/** Now, and the announced phases to come, as faces of which an open page shows the one that holds. */
export function phaseFaces(view: EventView, now: Date, draw: (phase: PhaseView) => Html): Html {
  const faces = facesOf(view, now)
  return html`${faces.map(({ from, view: phase }, i) => {
    const until = faces[i + 1]?.from ?? null
    return html`<div class="face" data-swap ${edge('from', i === 0 ? null : from)}${edge('until', until)}${i === 0 ? '' : html` hidden`}>${draw(phase)}</div>`
  })}`
}

const edge = (name: string, at: Date | null): Fragment => (at ? html` data-${name}="${at.getTime()}"` : '')

function facesOf({ seen }: EventView, now: Date): PhaseFrom[] {
  const edges = [now, ...scheduleInstants(seen.details).filter((at) => at > now)]
  const phases = edges.map((from) => ({ from, view: withFinalWords(phaseAt(seen, from), seen.details) }))
  return phases.filter(({ view }, i) => i === 0 || says(view) !== says(phases[i - 1]?.view))
}

const says = (view: PhaseView | undefined): string => JSON.stringify(view)

/** When it is, in the zone of the brand; the browser adds the reader's own. */
export function whenHtml({ details }: EventView, { phase }: PhaseView, clock: BrandClock): Html {
  if (phase === 'postponed') return html`<p class="event-when">Postponed. A new date will be announced.</p>`
  const { startsAt, movedFrom } = details
  const isMoved = movedFrom && shortDate(clock, movedFrom) !== shortDate(clock, startsAt)
  // Moved by seconds, it says the same.
  const moved = isMoved ? html` <del>${timeTag(movedFrom, shortDate(clock, movedFrom))}</del>` : nothing
  return html`<p class="event-when">
    <event-time>${timeTag(startsAt, longTime(clock, startsAt))}</event-time>${moved}
  </p>`
}

/** What matters most about it now, large: the time to its start, since when it is on, or what the host said. */
export function bigHtml(view: EventView, phase: PhaseView, clock: BrandClock): Html {
  if (phase.countdownTo)
    return html`<p class="event-big event-countdown">
      <span data-countdown="${phase.countdownTo.getTime()}" role="timer" aria-label="Until the start"></span>
    </p>`
  if (phase.phase === 'live' && phase.startedAt)
    return html`<p class="event-big event-countdown">Since ${timeTag(phase.startedAt, timeOfDay(clock, phase.startedAt))}</p>`
  const words = wordsFor(view.details, phase, clock)
  if (!words && phase.phase === 'ended' && phase.since)
    return html`<p class="event-big"><span>Ended ${timeTag(phase.since, timeOfDay(clock, phase.since))}</span></p>`
  return html`<p class="event-big">${words}</p>`
}

export function actionHtml({ details, path }: EventView, phase: PhaseView): Html {
  const { label, href } = actionFor(details, phase, path)
  return html`<a class="event-action" href="${href}">${label}</a>`
}

/** What is said of it now: since when it is live, what went wrong, how it ended, or when it is. */
export function sayHtml({ details }: EventView, phase: PhaseView, clock: BrandClock): Html {
  if (phase.phase === 'live' && phase.startedAt)
    return html`<span class="event-say">Since ${timeTag(phase.startedAt, timeOfDay(clock, phase.startedAt))}</span>`
  if (phase.phase === 'scheduled')
    return html`<span class="event-say">${timeTag(details.startsAt, shortDate(clock, details.startsAt))}</span>`
  if (phase.phase === 'starting-soon' && phase.countdownTo)
    return html`<span class="event-say" data-countdown="${phase.countdownTo.getTime()}" role="timer"></span>`
  return html`<span class="event-say">${wordsFor(details, phase, clock)}</span>`
}
