import { type Deed, deedsOf, inOrder, type LogEntry, standingOf } from './match-log.ts'
import type { Ruleset } from './ruleset.ts'
import { foldDeeds, type Sides } from './scoring.ts'
import type { MatchState } from './wire.ts'

/** A fact and when it becomes the readers'. */
export interface TimedEntry extends LogEntry {
  publicAt: Date
}

/**
 * What readers know at an instant: what is public by then. What was taken back before they saw it is no news to them, nor
 * is its undoing: a taker counts once it is public, and at once against what was not public yet when it was made.
 */
export function publicDeeds(entries: readonly TimedEntry[], now: Date): Deed[] {
  const known = (taker: TimedEntry, taken: TimedEntry) => taker.publicAt <= now || taker.at < taken.publicAt
  const happened = entries.filter(({ at }) => at <= now)
  const standing = standingOf(inOrder(happened), known)
  return deedsOf([...standing].filter(({ publicAt }) => publicAt <= now))
}

/** The match as readers know it: they may do nothing. */
export function publicFold(
  rules: Ruleset,
  sides: Sides,
  entries: readonly TimedEntry[],
  now: Date,
): MatchState {
  const allowed = {
    start: false,
    double: [],
    overtime: null,
    end: false,
    reopen: false,
    breakOff: false,
    undo: null,
    redo: null,
  }
  return { ...foldDeeds(rules, sides, publicDeeds(entries, now)), allowed }
}

/** Every instant to come at which readers learn of something. */
export const publicInstants = (entries: readonly TimedEntry[], now: Date): Date[] =>
  [...new Map(entries.map(({ publicAt }) => [publicAt.getTime(), publicAt])).values()].filter(
    (at) => at > now,
  )
