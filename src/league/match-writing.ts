import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { events } from './event-port.ts'
import { lineupFrom, requireLineup } from './line-up.ts'
import { rostersOf } from './roster-store.ts'
import type { Ruleset } from './ruleset.ts'
import type { Lineup, RosterSide } from './wire.ts'

/** The two sides as the season has them. */
export async function requireSides(
  w: Write,
  seasonId: string,
  [a, b]: readonly [string, string],
): Promise<[RosterSide, RosterSide]> {
  if (a === b) throw new Refusal('unprocessable', 'A side cannot play itself. Choose another one.')
  const rosters = new Map((await rostersOf(w, seasonId)).map((side) => [side.id, side]))
  const [first, second] = [rosters.get(a), rosters.get(b)]
  if (!first || !second)
    throw new Refusal('unprocessable', 'A side does not play this season. Put it into the season first.')
  return [first, second]
}

/** The line-ups that were wished for, or what the rosters give. */
export function lineupsOf(
  sides: readonly [RosterSide, RosterSide],
  rules: Ruleset,
  wish: readonly [Lineup, Lineup] | undefined,
): [Lineup, Lineup] {
  if (!wish) return [lineupFrom(sides[0], rules), lineupFrom(sides[1], rules)]
  requireLineup(sides[0], wish[0], rules)
  requireLineup(sides[1], wish[1], rules)
  return [wish[0], wish[1]]
}

export async function requireEvent(w: Write, eventId: string | null): Promise<void> {
  if (eventId !== null && !(await events().find(w, eventId, w.now)))
    throw new Refusal('unprocessable', 'There is no such event. Choose another one.')
}
