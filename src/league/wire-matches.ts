/** Matches, as lists, readers and the studio have them. */
import { z } from 'zod'
import { Start } from '../platform/start-wire.ts'
import { Ruleset } from './ruleset.ts'
import { instant, limit, listOf, Slug, text } from './wire-parts.ts'
import { FactJson, MatchPhase, MatchState, Outcome, Pair } from './wire-log.ts'

/** Player ids of the rosters of both sides. */
export const Lineup = z.strictObject({ active: z.array(z.uuid()).max(12), bench: z.array(z.uuid()).max(12) })
export type Lineup = z.infer<typeof Lineup>
const lineups = z.tuple([Lineup, Lineup])

export const NewMatch = z.strictObject({
  seasonId: z.uuid(),
  sides: z.tuple([z.uuid(), z.uuid()]),
  /** Left out: the next of the season. */
  number: z.int().min(1).max(100_000).optional(),
  slug: Slug.optional(),
  start: Start,
  /** Left out: the rosters, as far as they go. */
  lineups: lineups.optional(),
  eventId: z.uuid().nullable().default(null),
  revealAt: instant.nullable().default(null),
  draft: z.boolean().default(false),
})
export type NewMatch = z.input<typeof NewMatch>
export const MatchChange = z.strictObject({
  sides: z.tuple([z.uuid(), z.uuid()]).optional(),
  number: z.int().min(1).max(100_000).optional(),
  slug: Slug.optional(),
  start: Start.optional(),
  lineups: lineups.optional(),
  eventId: z.uuid().nullable().optional(),
  draft: z.boolean().optional(),
})
export type MatchChange = z.infer<typeof MatchChange>

export const EventBrief = z.object({
  id: z.uuid(),
  path: z.string(),
  title: z.string(),
  subtitle: z.string(),
  startsAt: instant.nullable(),
  phase: z.string(),
  label: z.string(),
})
export type EventBrief = z.infer<typeof EventBrief>

const LinedUp = z.object({
  id: z.uuid(),
  name: z.string(),
  short: z.string(),
  colour: z.string().nullable(),
  active: z.array(z.object({ id: z.uuid(), name: z.string() })),
  bench: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type LinedUp = z.infer<typeof LinedUp>

const MatchHead = {
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  number: z.int(),
  /** "Harbor City vs. Night Owls" */
  title: z.string(),
  /** "Match 45, Season 4" */
  subtitle: z.string(),
  season: z.object({ id: z.uuid(), slug: z.string(), path: z.string(), name: z.string() }),
  sides: z.tuple([LinedUp, LinedUp]),
  scheduledAt: instant,
  zone: z.string(),
}

/** A match as its readers see it. `state` is null before the reveal time, which is `heldUntil`. */
export const PublicMatchJson = z.object({
  ...MatchHead,
  event: EventBrief.nullable(),
  heldUntil: instant.nullable(),
  state: MatchState.nullable(),
  /** "Harbor City 7, Night Owls 6", with "after overtime" and the like; empty before the start or while held back. */
  words: z.string(),
})
export type PublicMatchJson = z.infer<typeof PublicMatchJson>

/** A match in a list. */
export const MatchLine = z.object({
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  number: z.int(),
  title: z.string(),
  seasonId: z.uuid(),
  sides: z.tuple([
    z.object({ id: z.uuid(), name: z.string(), short: z.string(), colour: z.string().nullable() }),
    z.object({ id: z.uuid(), name: z.string(), short: z.string(), colour: z.string().nullable() }),
  ]),
  scheduledAt: instant,
  zone: z.string(),
  eventId: z.uuid().nullable(),
  /** Counts the changes of what is announced, not of the score. */
  revision: z.int(),
  heldUntil: instant.nullable(),
  /** null: held back. */
  phase: MatchPhase.nullable(),
  points: Pair.nullable(),
  outcome: Outcome.nullable(),
  words: z.string(),
})
export type MatchLine = z.infer<typeof MatchLine>

/** A match as the studio sees it: nothing held back, and beside it what readers see now. */
export const DeskMatchJson = z.object({
  ...MatchHead,
  seasonId: z.uuid(),
  eventId: z.uuid().nullable(),
  event: EventBrief.nullable(),
  revealAt: instant.nullable(),
  /** With the season's: until then readers see no result. */
  heldUntil: instant.nullable(),
  draft: z.boolean(),
  revision: z.int(),
  ruleset: Ruleset,
  rulesetVersion: z.int(),
  /** Its rules are its own copy: it has started. */
  frozen: z.boolean(),
  /** The `seq` of the last fact: the `base` of the next batch. */
  head: z.int(),
  facts: z.array(FactJson),
  state: MatchState,
  words: z.string(),
  /** The score as readers see it; null: they see none. */
  publicPoints: Pair.nullable(),
  /** How many facts readers have yet to see. */
  heldBack: z.int(),
  /** The overlay of the producer, with its key. */
  overlayPath: z.string(),
})
export type DeskMatchJson = z.infer<typeof DeskMatchJson>

export const DeskMatchLine = MatchLine.extend({
  draft: z.boolean(),
  revealAt: instant.nullable(),
})
export type DeskMatchLine = z.infer<typeof DeskMatchLine>
/** The score on the strip and with an event. */
export interface ScoreOfEvent {
  matchId: string
  path: string
  sides: readonly [ScoredSide, ScoredSide]
  phase: MatchPhase
  /** "Harbor City 7, Night Owls 6": for those who do not see it. */
  words: string
}
export interface ScoredSide {
  short: string
  name: string
  points: number
}

export const MatchList = listOf(MatchLine)
export const DeskMatchList = listOf(DeskMatchLine)
export const EventChoices = listOf(z.object({ id: z.uuid(), title: z.string(), detail: z.string() }))

/** `now`: being played; `coming`; `past`: ended, or held back after its start. */
export const MatchListState = z.enum(['now', 'coming', 'past'])
export type MatchListState = z.infer<typeof MatchListState>
export const MatchQuery = z.object({ state: MatchListState.default('coming'), limit })
export const TextQuery = z.object({ q: text(100).default(''), limit })
/** Everything of one season, or what is on, next and just over. */
export const DeskMatchQuery = z.object({ season: z.uuid().optional(), limit })
