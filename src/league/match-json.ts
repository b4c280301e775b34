import type { Source } from '../platform/db/database.ts'
import { events } from './event-port.ts'
import {
  foldOf,
  heldUntil,
  type MatchBrief,
  matchPath,
  type MatchRecord,
  sidesOf,
  subtitleOf,
  titleOf,
} from './match.ts'
import { standingOf } from './match-log.ts'
import { type MatchResult, resultOf, wordsOf } from './match-result.ts'
import { overlayPath } from './overlay-key.ts'
import { namesOfPlayers } from './player-store.ts'
import { publicFold, type TimedEntry } from './public-log.ts'
import { timedLog } from './public-times.ts'
import { seasonPath } from './season.ts'
import type { DeskMatchJson, DeskMatchLine, FactJson, LinedUp, MatchLine } from './wire.ts'

const iso = (at: Date): string => at.toISOString()
const isoOrNull = (at: Date | null): string | null => at && iso(at)

type Names = ReadonlyMap<string, string>

/** Everybody who plays in it, by name. */
export const namesIn = (source: Source, { lineups }: Pick<MatchBrief, 'lineups'>): Promise<Names> =>
  namesOfPlayers(
    source,
    lineups.flatMap(({ active, bench }) => [...active, ...bench]),
  )

const linedUp = (match: MatchBrief, place: 0 | 1, names: Names): LinedUp => {
  const { id, name, short, colour } = match.sides[place]
  const named = (ids: readonly string[]) =>
    ids.flatMap((player) => ({ id: player, name: names.get(player) ?? 'Unknown' }))
  const { active, bench } = match.lineups[place]
  return { id, name, short, colour, active: named(active), bench: named(bench) }
}

/** What may be said of a match whatever is held back of it. */
export const headOf = (match: MatchBrief, names: Names) => ({
  id: match.id,
  slug: match.slug,
  path: matchPath(match),
  number: match.number,
  title: titleOf(match),
  subtitle: subtitleOf(match),
  season: {
    id: match.season.id,
    slug: match.season.slug,
    path: seasonPath(match.season),
    name: match.season.name,
  },
  sides: [linedUp(match, 0, names), linedUp(match, 1, names)] as [LinedUp, LinedUp],
  scheduledAt: iso(match.scheduledAt),
  zone: match.zone,
})

const brief = ({ id, name, short, colour }: MatchBrief['sides'][0]) => ({ id, name, short, colour })

/** A match in a list, with this result; null: it is held back. */
export const toLine = (match: MatchBrief, result: MatchResult | null, held: Date | null): MatchLine => ({
  id: match.id,
  slug: match.slug,
  path: matchPath(match),
  number: match.number,
  title: titleOf(match),
  seasonId: match.season.id,
  sides: [brief(match.sides[0]), brief(match.sides[1])],
  scheduledAt: iso(match.scheduledAt),
  zone: match.zone,
  eventId: match.eventId,
  revision: match.revision,
  heldUntil: isoOrNull(held),
  phase: result?.phase ?? null,
  points: result && result.phase !== 'scheduled' ? result.points : null,
  outcome: result?.outcome ?? null,
  words: result ? wordsOf(result, match.sides) : '',
})

export const toDeskLine = (match: MatchBrief, now: Date): DeskMatchLine => ({
  ...toLine(match, match.result, heldUntil(match, now)),
  draft: match.draft,
  revealAt: isoOrNull(match.revealAt),
})

/** A match as the studio sees it. */
export async function toDeskMatch(source: Source, match: MatchRecord, now: Date): Promise<DeskMatchJson> {
  const state = foldOf(match)
  const timed = await timedLog(source, match)
  const held = heldUntil(match, now)
  const seen = publicFold(match.ruleset, sidesOf(match), timed, now)
  const [a, b] = seen.sides
  return {
    ...headOf(match, await namesIn(source, match)),
    seasonId: match.season.id,
    eventId: match.eventId,
    event: match.eventId === null ? null : await events().find(source, match.eventId, now),
    revealAt: isoOrNull(match.revealAt),
    heldUntil: isoOrNull(held),
    draft: match.draft,
    revision: match.revision,
    ruleset: match.ruleset,
    rulesetVersion: match.rulesetVersion,
    frozen: match.frozen,
    head: match.head,
    facts: factsOf(timed),
    state,
    words: wordsOf(resultOf(state), match.sides),
    publicPoints: match.draft || held || seen.phase === 'scheduled' ? null : [a.points, b.points],
    heldBack: timed.filter(({ publicAt }) => publicAt > now).length,
    overlayPath: overlayPath(match),
  }
}

function factsOf(timed: readonly TimedEntry[]): FactJson[] {
  const standing = standingOf(timed)
  return timed.map((entry) => ({
    seq: entry.seq,
    at: iso(entry.at),
    by: entry.by,
    publicAt: iso(entry.publicAt),
    stands: standing.has(entry),
    fact: entry.fact,
  }))
}
