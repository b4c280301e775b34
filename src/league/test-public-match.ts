import { wordsOf, resultOf } from './match-result.ts'
import type { LogEntry } from './match-log.ts'
import { type Ruleset, TWELVE_ROUNDS } from './ruleset.ts'
import { foldMatch } from './scoring.ts'
import {
  type LinedUp,
  type MatchLine,
  type MatchState,
  NewFact,
  type NewFactInput,
  type PublicMatchJson,
} from './wire.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const HARBOR: LinedUp = {
  id: id(1),
  name: 'Harbor City',
  short: 'HC',
  colour: '#0b5fff',
  active: [{ id: id(11), name: 'Ree Sato' }],
  bench: [{ id: id(12), name: 'Pim Ott' }],
}
export const OWLS: LinedUp = {
  id: id(2),
  name: 'Night Owls',
  short: 'NO',
  colour: null,
  active: [{ id: id(21), name: 'Mo Vance' }],
  bench: [],
}

/** Without their ids, which are given in order. */
type Facts = (NewFactInput extends infer F ? (F extends unknown ? Omit<F, 'id'> : never) : never)[]
type Ruled = [round: number, side: LinedUp, ruling: 'correct' | 'steal' | 'wrong', player?: string]

export const START = { kind: 'start' } as const
export const ruled = (...all: Ruled[]): Facts =>
  all.map(([round, side, ruling, player]) => ({
    kind: 'rule',
    round,
    side: side.id,
    ruling,
    credits: player === undefined ? [] : [{ player, sixths: 6 }],
    points: null,
  }))

/** What a match comes to after these facts, by the rules themselves. */
export function stateAfter(facts: Facts, rules: Ruleset = TWELVE_ROUNDS): MatchState {
  const log = facts.map((fact, i): LogEntry => ({
    seq: i + 1,
    at: new Date(Date.UTC(2026, 10, 22, 20, i)),
    by: null,
    fact: NewFact.parse({ ...fact, id: id(1000 + i) }),
  }))
  return foldMatch(rules, [HARBOR.id, OWLS.id], log)
}

/** A match as readers have it, after these facts. */
export function publicMatch(facts: Facts, given: Partial<PublicMatchJson> = {}): PublicMatchJson {
  const state = stateAfter(facts)
  return {
    id: id(45),
    slug: 'match-45',
    path: '/matches/match-45',
    number: 45,
    title: 'Harbor City vs. Night Owls',
    subtitle: 'Match 45, Season 4',
    season: { id: id(4), slug: 'season-4', path: '/seasons/season-4', name: 'Season 4' },
    sides: [HARBOR, OWLS],
    scheduledAt: '2026-11-23T01:00:00.000Z',
    zone: 'America/New_York',
    event: null,
    heldUntil: null,
    state,
    words: wordsOf(resultOf(state), [HARBOR, OWLS]),
    ...given,
  }
}

/** As it is while its result is held back: nothing that came of it is there. */
export const heldMatch = (): PublicMatchJson =>
  publicMatch([START], { heldUntil: '2026-11-23T04:00:00.000Z', state: null, words: '' })

/** Every question of the twelve rounds and the bonus, Harbor City taking so many of its own. */
export function wholeMatch(taken: number): Facts {
  const rounds = Array.from({ length: 12 }, (_, i) => i + 1)
  const questions = rounds.flatMap((round) =>
    ruled(
      [round, HARBOR, round <= taken ? 'correct' : 'wrong'],
      [round, OWLS, round <= 5 ? 'correct' : 'wrong'],
    ),
  )
  return [START, ...questions, { kind: 'rule', round: 13, side: OWLS.id, ruling: 'bonus', points: 0 }]
}

/** The same match in a list. */
export const lineOf = ({
  season,
  state,
  event: _event,
  subtitle: _subtitle,
  ...match
}: PublicMatchJson): MatchLine => ({
  ...match,
  seasonId: season.id,
  eventId: null,
  revision: 1,
  phase: state?.phase ?? null,
  points: state ? [state.sides[0].points, state.sides[1].points] : null,
  outcome: state?.outcome ?? null,
})
