import { nameOf } from '../match-words.ts'
import type { Ruleset } from '../ruleset.ts'
import { signed } from '../ruling-words.ts'
import { plannedRound, scorerOf } from '../scoring.ts'
import type { Credit, FactKind, LinedUp, MatchState, Ruling, Turn } from '../wire.ts'
import { MOST_CREDITED, sixthsEach } from './console-words.ts'
import type { NewWords } from './ruling-desk.ts'

export interface ConsoleMatch {
  ruleset: Ruleset
  sides: readonly [LinedUp, LinedUp]
}

/** What the host has chosen before the ruling: who answered, and what a bonus question brings. */
export interface Chosen {
  players: readonly string[]
  bonus: number
}

/** One thing that the host can do: one key, one button. */
export interface Action {
  key: string
  says: string
  detail: string
  /** What is told; null: not now. */
  words: NewWords | null
  /** Asked before it is told, where readers would see it at once and it is hard to take back. */
  asks?: string
  hot?: boolean
}

/** What is done to a question, or to the match where no question is on. Always in the same places. */
export function mainActions(match: ConsoleMatch, state: MatchState, chosen: Chosen): Action[] {
  const { turn, allowed, phase } = state
  if (turn) return turn.side === null ? bonusActions(match, turn, chosen) : turnActions(match, state, turn, chosen) // prettier-ignore
  if (phase === 'scheduled')
    return [{ key: 'b', says: 'Begin the match', detail: 'its event goes live', words: { kind: 'start' }, hot: true }] // prettier-ignore
  if (phase === 'level') return [overtimeAction(allowed.overtime)]
  if (phase === 'decided') return [endAction(match, state, true)]
  return []
}

const overtimeAction = (next: 'overtime' | 'sudden-death' | null): Action => ({
  key: 'o',
  says: next === 'overtime' ? 'Play overtime' : 'Play sudden death',
  detail: 'the score is level',
  words: next ? { kind: 'overtime' } : null,
  hot: true,
})

function endAction({ sides }: ConsoleMatch, { sides: totals, allowed }: MatchState, hot = false): Action {
  const score = sides.map(({ name }, i) => `${name} ${totals[i as 0 | 1].points}`).join(', ')
  return {
    key: 'e',
    says: 'End the match',
    detail: allowed.end ? score : 'when all is played',
    words: allowed.end ? { kind: 'end' } : null,
    asks: `It ends ${score}. Its event ends with this score, and readers are told so.`,
    hot,
  }
}

function turnActions(match: ConsoleMatch, state: MatchState, turn: Turn, chosen: Chosen): Action[] {
  const { sides, ruleset } = match
  const other = sides.find(({ id }) => id !== turn.side)
  const worth = plannedRound(ruleset, turn)?.points
  const factor = turn.double ? (ruleset.double?.factor ?? 1) : 1
  const brings = (points: number | undefined) => signed((points ?? 0) * factor)
  const steals = turn.rulings.includes('steal')
  const ruled = (ruling: Ruling) => ruleWords(match, turn, ruling, chosen)
  return [
    { key: 'c', says: 'Correct', detail: `${brings(worth?.correct)} ${nameOf(sides, turn.side)}`, words: ruled('correct'), hot: true }, // prettier-ignore
    { key: 'x', says: 'Wrong', detail: worth?.wrong ? brings(worth.wrong) : 'no points', words: ruled('wrong') }, // prettier-ignore
    { key: 's', says: 'Steal', detail: steals ? `${brings(worth?.steal)} ${other?.name ?? ''}` : 'not this one', words: ruled('steal') }, // prettier-ignore
    doubleAction(match, state, turn),
    { key: 'v', says: 'Void', detail: 'throw it out', words: ruled('void') },
  ]
}

function doubleAction({ ruleset }: ConsoleMatch, { allowed, rounds }: MatchState, turn: Turn): Action {
  const may = allowed.double.includes(turn.round)
  const chosen = rounds.find(({ double }) => double)
  const detail = chosen
    ? `round ${chosen.label} is it`
    : may
      ? `round ${turn.label} counts ×${ruleset.double?.factor ?? 1}`
      : 'before a round begins'
  return {
    key: 'd',
    says: 'Double',
    detail: ruleset.double ? detail : 'not in these rules',
    words: may ? { kind: 'double', round: turn.round } : null,
  }
}

/** Both sides answer, one of them wins it: by the arrow that points at it. */
function bonusActions(match: ConsoleMatch, turn: Turn, chosen: Chosen): Action[] {
  const [left, right] = match.sides
  const { min, max } = turn.bonus ?? { min: 0, max: 0 }
  const points = Math.min(max, Math.max(min, chosen.bonus))
  const won = (side: string) => ruleWords(match, turn, 'bonus', { ...chosen, bonus: points }, side) // prettier-ignore
  return [
    { key: 'arrowleft', says: left.name, detail: `wins ${signed(points)}`, words: won(left.id), hot: true },
    { key: 'arrowright', says: right.name, detail: `wins ${signed(points)}`, words: won(right.id), hot: true }, // prettier-ignore
    {
      key: 'x',
      says: 'Nobody',
      detail: 'no points',
      words: ruleWords(match, turn, 'wrong', chosen, left.id),
    },
    {
      key: 'v',
      says: 'Void',
      detail: 'throw it out',
      words: ruleWords(match, turn, 'void', chosen, left.id),
    },
  ]
}

type Rule = Extract<NewWords, { kind: 'rule' }>

/** `winner`: of a bonus question. */
function ruleWords(
  match: ConsoleMatch,
  turn: Turn,
  ruling: Ruling,
  chosen: Chosen,
  winner?: string,
): Rule | null {
  const side = winner ?? turn.side
  if (side === null || !turn.rulings.includes(ruling)) return null
  return {
    kind: 'rule',
    round: turn.round,
    side,
    ruling,
    credits: creditsOf(match, { ruling, side: turn.side, wonBy: side }, chosen.players),
    points: ruling === 'bonus' ? chosen.bonus : null,
  }
}

/** Those chosen of the side that scored, in equal parts. */
export function creditsOf(
  { sides }: ConsoleMatch,
  ruled: { ruling: Ruling; side: string | null; wonBy: string | null },
  players: readonly string[],
): Credit[] {
  const scorer = scorerOf([sides[0].id, sides[1].id], ruled)
  if (scorer === null) return []
  const { active, bench } = sides[scorer]
  const theirs = [...active, ...bench].filter(({ id }) => players.includes(id)).slice(0, MOST_CREDITED)
  return theirs.map(({ id }) => ({ player: id, sixths: sixthsEach(theirs.length) }))
}

/** What is there at any time of a match; `undoes`: what would be taken back. */
export function sideActions(match: ConsoleMatch, state: MatchState, undoes: FactKind | null): Action[] {
  const { undo, redo } = state.allowed
  const warning = undoes && WARNINGS[undoes]
  return [
    {
      key: 'u',
      says: 'Undo',
      detail: undo ? 'the last thing' : 'nothing to undo',
      words: undo ? { kind: 'undo', target: undo } : null,
      ...(warning && { asks: warning }),
    },
    {
      key: 'r',
      says: 'Redo',
      detail: redo ? 'what was undone' : 'nothing to redo',
      words: redo ? { kind: 'redo', target: redo } : null,
    },
    ...(state.phase === 'decided' || state.phase === 'ended' ? [] : [endAction(match, state)]),
  ]
}

/** What readers notice at once, and that its event follows. */
const WARNINGS: Partial<Record<FactKind, string>> = {
  start: 'The match is as if it had not begun, and its event goes off the air.',
  end: 'The match goes on, and its event with it.',
  forfeit: 'The match goes on, and its event with it.',
  void: 'The match goes on, and its event with it.',
}

/** Left hand for the side on the left, right hand for the one on the right. */
const PLAYER_KEYS = ['12345', '67890'] as const

export const playerKey = (side: 0 | 1, place: number): string => PLAYER_KEYS[side][place] ?? ''

export function playerOfKey({ sides }: ConsoleMatch, key: string): string | null {
  for (const side of [0, 1] as const) {
    const place = PLAYER_KEYS[side].indexOf(key)
    const player = place >= 0 ? sides[side].active[place] : undefined
    if (player) return player.id
  }
  return null
}
