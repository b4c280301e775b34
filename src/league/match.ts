import type { LogEntry } from './match-log.ts'
import { inOrder } from './match-log.ts'
import type { MatchResult } from './match-result.ts'
import type { Ruleset } from './ruleset.ts'
import { foldMatch, type Sides } from './scoring.ts'
import type { Lineup, MatchState, SideJson } from './wire.ts'

/** A match without its log and its rules: what lists and tables need. */
export interface MatchBrief {
  id: string
  slug: string
  number: number
  season: { id: string; slug: string; name: string; revealAt: Date | null }
  sides: readonly [SideJson, SideJson]
  scheduledAt: Date
  zone: string
  lineups: readonly [Lineup, Lineup]
  eventId: string | null
  revealAt: Date | null
  draft: boolean
  /** Signs the producer's overlay. */
  overlaySecret: string
  head: number
  lastAt: Date | null
  result: MatchResult
  revision: number
}

/** A match as the studio has it. */
export interface MatchRecord extends MatchBrief {
  /** Its own copy once it has begun, until then the season's. */
  ruleset: Ruleset
  rulesetVersion: number
  frozen: boolean
  log: readonly LogEntry[]
}

export const matchPath = ({ slug }: { slug: string }): string => `/matches/${slug}`
export const matchSubject = ({ id }: { id: string }): string => `match:${id}`

export const sidesOf = ({ sides: [a, b] }: Pick<MatchBrief, 'sides'>): Sides => [a.id, b.id]

export const titleOf = ({ sides: [a, b] }: Pick<MatchBrief, 'sides'>): string => `${a.name} vs. ${b.name}`

export const subtitleOf = ({ number, season }: Pick<MatchBrief, 'number' | 'season'>): string =>
  `Match ${number}, ${season.name}`

export const foldOf = (match: MatchRecord): MatchState =>
  foldMatch(match.ruleset, sidesOf(match), inOrder(match.log))

/** Until then readers see no result of it: the later of its own reveal time and its season's. */
export function heldUntil(
  { revealAt, season }: Pick<MatchBrief, 'revealAt' | 'season'>,
  now: Date,
): Date | null {
  const times = [revealAt, season.revealAt].filter((at) => at !== null && at > now)
  return times.toSorted((a, b) => Number(b) - Number(a))[0] ?? null
}

/** What shows a match itself. */
export const topicsOfMatch = ({ id, draft }: Pick<MatchBrief, 'id' | 'draft'>): string[] =>
  draft ? [`desk:match:${id}`, 'desk:league'] : [`match:${id}`, `desk:match:${id}`, 'desk:league']

/** With everything that lists it: where it stands in a schedule, in a table, on the front page, beside its event. */
export const topicsAround = (
  match: Pick<MatchBrief, 'id' | 'draft' | 'season' | 'eventId' | 'sides'>,
): string[] =>
  match.draft
    ? topicsOfMatch(match)
    : [
        ...topicsOfMatch(match),
        'league',
        `season:${match.season.id}`,
        `standings:${match.season.id}`,
        ...match.sides.map(({ id }) => `side:${id}`),
        ...(match.eventId ? [`event:${match.eventId}`, 'strip'] : []),
      ]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (text: string): boolean => UUID.test(text)
