import type { BrandClock } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { labelHtml, sayHtml, sideMark } from './league-html.ts'
import { faceOf, hasScore, roundWords, toldOf, turnWords, whereWords } from './match-words.ts'
import type { LinedUp, MatchState, PublicMatchJson, RoundState } from './wire.ts'

/**
 * The head of a match: state, sides, score, rounds, whose turn. Every line keeps its height in every state, and what changes while
 * it is played is exchanged box by box.
 */
export function scoreboard(match: PublicMatchJson, clock: BrandClock): Html {
  const told = toldOf(match)
  return html`<p class="kicker"><a href="${match.season.path}">${match.subtitle}</a></p>
  <section class="board" aria-label="Scoreboard">
    <h1 class="sr">${match.title}</h1>
    <p class="live-bar" data-swap>${labelHtml(told)}${whereHtml(match)}</p>
    <p class="sr" aria-live="polite">${match.words}</p>
    ${sidesHtml(match)}
    ${chipsHtml(match)}
    <p class="board-say" data-swap>${sayLine(match, clock)}</p>
  </section>`
}

const whereHtml = ({ state }: PublicMatchJson): Html =>
  state ? html`<span class="board-where">${whereWords(state)}</span>` : nothing

/** Names and scores: beside each other where there is room, one below the other on a phone. */
export function sidesHtml(match: PublicMatchJson): Html {
  const state = hasScore(toldOf(match)) ? match.state : null
  return html`<div class="board-sides">${match.sides.map((side, i) => {
    const points = state?.sides[i]?.points
    const leads = state?.leader === side.id
    return html`<p class="board-side"><span class="board-name">${sideMark(side)}${side.name}</span><b class="board-score${leads ? ' is-ahead' : ''}" data-swap data-tick>${points ?? nothing}</b></p>`
  })}</div>`
}

/** Who took each round, at a glance; the table below says it in figures. */
export function chipsHtml({ state, sides }: PublicMatchJson): Html {
  if (!state) return html`<p class="chips" aria-hidden="true"></p>`
  return html`<p class="chips" aria-hidden="true">${state.rounds.map(
    (round) => html`<span class="${chipClass(round, state, sides)}" data-swap>${shortLabel(round)}</span>`,
  )}</p>`
}

function chipClass(round: RoundState, state: MatchState, sides: readonly LinedUp[]): string {
  const [first, second] = round.points
  const taken = first > second ? ' chip-first' : second > first ? ' chip-second' : ''
  const isTurn = state.turn?.round === round.round && state.phase === 'playing' && sides.length > 0
  return `chip${taken}${isTurn ? ' chip-turn' : ''}`
}

/** "B" for the bonus question, "×2" beside a double: the columns are narrow. */
export const shortLabel = ({ kind, label }: RoundState): string => (kind === 'bonus' ? 'B' : label)

function sayLine(match: PublicMatchJson, clock: BrandClock): Html {
  const { state, sides } = match
  const told = toldOf(match)
  if (state?.turn && faceOf(told) === 'live') return html`${turnWords(state, sides)}`
  return sayHtml(told, clock)
}

/** Points by round. The sum comes first, so that a round of overtime moves nothing; cells that say the same must not change places. */
export function lineScore({ state, sides }: PublicMatchJson): Html {
  if (!state) return nothing
  const head = state.rounds.map(
    (round) =>
      html`<th scope="col"${round.double ? html` class="is-double"` : nothing}><span aria-hidden="true">${shortLabel(round)}</span><span class="sr">${roundWords(state, round)}${round.double ? ', double' : ''}</span></th>`,
  )
  const rows = sides.map(
    (side, i) =>
      html`<tr data-swap><th scope="row"><span aria-hidden="true">${side.short}</span><span class="sr">${side.name}</span></th><td class="line-sum">${state.sides[i]?.points}</td>${state.rounds.map((round) => cell(round, i))}</tr>`,
  )
  return html`<div class="line-box" role="region" aria-label="Points by round" tabindex="0"><table class="line">
    <thead><tr data-swap><td></td><th scope="col" class="line-sum">Total</th>${head}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`
}

const isPlayed = ({ questions }: RoundState): boolean => questions.some(({ ruling }) => ruling !== null)

const cell = (round: RoundState, side: number): Html =>
  html`<td>${isPlayed(round) ? round.points[side] : '·'}</td>`
