import type { BrandClock } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { sayHtml, sideMark } from './league-html.ts'
import { faceOf, hasScore, labelOf, marksOf, nameOf, toldOf, whereWords } from './match-words.ts'
import { latestWords } from './ruling-words.ts'
import type { LinedUp, MatchState, PublicMatchJson } from './wire.ts'

/** Laid over the picture: a bug with the score, and a lower third with names, score, and what happens. */
export const overlayHtml = (match: PublicMatchJson, clock: BrandClock): Html =>
  html`${bugHtml(match)}${thirdHtml(match, clock)}`

const scored = (match: PublicMatchJson): boolean => hasScore(toldOf(match))
const ahead = (state: MatchState | null, side: LinedUp): string =>
  state?.leader === side.id ? ' is-ahead' : ''

const bugHtml = (match: PublicMatchJson): Html =>
  html`<div class="bug">${match.sides.map(
    (side, i) =>
      html`<p class="bug-side">${sideMark(side)}<span>${side.short}</span>${scored(match) ? html`<b class="${ahead(match.state, side)}" data-swap data-tick>${match.state?.sides[i]?.points}</b>` : nothing}</p>`,
  )}<p class="bug-where" data-swap>${bugWords(match)}</p></div>`

/** The least that says where it is: "R9", "OT", "Final". */
function bugWords(match: PublicMatchJson): string {
  const { state } = match
  if (state?.turn && faceOf(toldOf(match)) === 'live')
    return /^\d/.test(state.turn.label) ? `R${state.turn.label}` : state.turn.label
  return labelOf(toldOf(match))
}

const thirdHtml = (match: PublicMatchJson, clock: BrandClock): Html =>
  html`<div class="third"><p class="third-bar" data-swap><span class="third-label">${labelOf(toldOf(match))}</span><span>${match.subtitle}</span><span class="third-where">${whereLine(match)}</span></p>
  <div class="third-sides">${match.sides.map(
    (side, i) =>
      html`<p class="third-side"><span class="third-name">${sideMark(side)}${side.name}</span>${scored(match) ? html`<b class="third-score${ahead(match.state, side)}" data-swap data-tick>${match.state?.sides[i]?.points}</b>` : nothing}</p>`,
  )}</div>
  <p class="third-say" data-swap>${sayLine(match, clock)}</p></div>`

const whereLine = ({ state }: PublicMatchJson): string =>
  state ? [whereWords(state), ...(state.turn ? marksOf(state.turn) : [])].filter(Boolean).join(' · ') : ''

/** The last ruling and whose turn it is; before and after the match what there is to say. */
function sayLine(match: PublicMatchJson, clock: BrandClock): Html {
  const { state, sides } = match
  if (!state || faceOf(toldOf(match)) !== 'live') return sayHtml(toldOf(match), clock)
  const latest = latestWords(state.rounds, sides)
  const next = state.turn?.side ? `${nameOf(sides, state.turn.side)} to answer` : ''
  return html`<span>${latest}</span><span class="third-next">${next}</span>`
}
