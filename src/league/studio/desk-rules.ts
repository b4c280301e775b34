import { type Playing, problemOf } from '../check-fact.ts'
import { type Deed, deedsOf, type LogEntry, standingOf } from '../match-log.ts'
import { foldMatch } from '../scoring.ts'
import type { DeskMatchJson, FactJson, LinedUp, MatchState } from '../wire.ts'
import { type Fits, logWith, type RulingQueue } from './ruling-queue.ts'

const entryOf = ({ seq, at, by, fact }: FactJson): LogEntry => ({ seq, at: new Date(at), by, fact })

const idsOf = ({ active, bench }: LinedUp): Set<string> => new Set([...active, ...bench].map(({ id }) => id))

const playingOf = ({ ruleset, sides }: DeskMatchJson): Playing => ({
  rules: ruleset,
  sides: [sides[0].id, sides[1].id],
  players: [idsOf(sides[0]), idsOf(sides[1])],
})

/** The server's own check, asked before it is: the same pure rule. */
export function fitsIn(match: DeskMatchJson): Fits {
  const playing = playingOf(match)
  return (log, fact) => problemOf(playing, log.map(entryOf), fact)
}

/** The match as it stands here: what the server has, and what is on its way to it. */
export function stateHere(match: DeskMatchJson, queue: RulingQueue): MatchState {
  if (queue.waiting.length === 0) return match.state
  const { rules, sides } = playingOf(match)
  return foldMatch(rules, sides, logWith(queue, match.facts).map(entryOf))
}

/** What was done, without the takings back, and whether it still counts. */
export function deedsHere(log: readonly FactJson[]): { deed: Deed; stands: boolean }[] {
  const entries = log.map(entryOf)
  const standing = standingOf(entries)
  return deedsOf(entries).map((deed) => ({ deed, stands: standing.has(deed) }))
}
