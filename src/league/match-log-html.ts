import { type Html, html, nothing } from '../platform/html.ts'
import { sideMark } from './league-html.ts'
import { marksOf } from './match-words.ts'
import { rulingWords, roundTitle } from './ruling-words.ts'
import { formatSixths } from './sixths.ts'
import type { LinedUp, MatchState, PlayerTotal, PublicMatchJson, QuestionState, RoundState } from './wire.ts'

/** Every round in words. Those to come have their room already, so that what is ruled moves nothing. */
export function matchLog({ state, sides }: PublicMatchJson): Html {
  if (!state) return nothing
  return html`<section class="match-part" aria-labelledby="match-log"><h2 id="match-log">Round by round</h2>
    <ol class="rounds">${state.rounds.map((round) => roundHtml(round, sides, state.turn?.round === round.round))}</ol></section>`
}

const roundHtml = (round: RoundState, sides: readonly LinedUp[], isTurn: boolean): Html =>
  html`<li class="round" data-swap><h3 class="round-name"><span aria-hidden="true">${round.label}</span><span class="sr">${roundTitle(round)}</span>${marksOf(
    round,
  )
    .filter((mark) => mark !== round.label)
    .map(
      (mark) => html` <small aria-hidden="true">${mark}</small>`,
    )}</h3><div class="round-says">${round.questions.map((question) => questionHtml(question, sides, isTurn))}</div></li>`

function questionHtml(question: QuestionState, sides: readonly LinedUp[], isTurn: boolean): Html {
  if (question.ruling === null)
    return isTurn ? html`<p class="round-open">${askedWords(question, sides)}</p>` : nothing
  const mended = question.amended ? html` <span class="corrected">Corrected</span>` : nothing
  return html`<p>${rulingWords(question, sides)}${mended}</p>`
}

const askedWords = ({ side }: QuestionState, sides: readonly LinedUp[]): string =>
  side === null ? 'Both sides answer' : `${sides.find(({ id }) => id === side)?.name ?? ''} to answer`

/** Line-ups, with what everybody has brought so far. */
export const lineUps = ({ sides, state }: PublicMatchJson): Html =>
  html`<section class="match-part" aria-labelledby="match-lineups"><h2 id="match-lineups">Line-ups</h2>
    <div class="lineups">${sides.map((side) => lineUp(side, state))}</div></section>`

function lineUp(side: LinedUp, state: MatchState | null): Html {
  const everybody = [
    ...side.active.map((player) => ({ ...player, bench: false })),
    ...side.bench.map((player) => ({ ...player, bench: true })),
  ]
  const known = everybody.length > 0
  return html`<div class="lineup"><h3>${sideMark(side)}${side.name}</h3>
    ${known ? html`<ul>${everybody.map((player) => playerHtml(player, state))}</ul>` : html`<p class="none">Not announced yet.</p>`}</div>`
}

function playerHtml(
  { id, name, bench }: { id: string; name: string; bench: boolean },
  state: MatchState | null,
): Html {
  const total = state?.players.find(({ player }) => player === id)
  const aside = bench ? html` <small>Bench</small>` : nothing
  return html`<li data-swap><span>${name}${aside}</span><span class="lineup-figures">${total ? figures(total) : nothing}</span></li>`
}

function figures({ pointSixths, steals }: PlayerTotal): Html {
  const stolen = steals > 0 ? html` <small>${steals} ${steals === 1 ? 'steal' : 'steals'}</small>` : nothing
  return html`<b>${formatSixths(pointSixths)}</b>${stolen}`
}
