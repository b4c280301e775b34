/** Seasons, their sides and players, and the tables. */
import { z } from 'zod'
import { Ruleset } from './ruleset.ts'
import { instant, listOf, Slug, text } from './wire-parts.ts'
import { DeskMatchLine, MatchLine } from './wire-matches.ts'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b5fff')
const Short = text(4).min(1)

export const SideJson = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Two to four letters, for the strip and the overlay. */
  short: z.string(),
  colour: z.string().nullable(),
  revision: z.int(),
})
export type SideJson = z.infer<typeof SideJson>
export const NewSide = z.strictObject({
  name: text(60).min(1),
  short: Short,
  colour: Colour.nullable().default(null),
})
export type NewSide = z.input<typeof NewSide>
export const SideChange = z.strictObject({
  name: text(60).min(1).optional(),
  short: Short.optional(),
  colour: Colour.nullable().optional(),
})
export type SideChange = z.infer<typeof SideChange>

export const PlayerJson = z.object({ id: z.uuid(), name: z.string(), revision: z.int() })
export type PlayerJson = z.infer<typeof PlayerJson>
export const NewPlayer = z.strictObject({ name: text(80).min(1) })
export type NewPlayer = z.input<typeof NewPlayer>
export const PlayerChange = z.strictObject({ name: text(80).min(1).optional() })
export type PlayerChange = z.infer<typeof PlayerChange>

/** Of one side in one season, in the order shown. */
export const RosterChange = z.strictObject({
  players: z.array(z.strictObject({ player: z.uuid(), bench: z.boolean().default(false) })).max(40),
})
export type RosterChange = z.input<typeof RosterChange>
export const RosterSide = SideJson.extend({
  players: z.array(z.object({ id: z.uuid(), name: z.string(), bench: z.boolean() })),
})
export type RosterSide = z.infer<typeof RosterSide>

export const NewSeason = z.strictObject({
  slug: Slug.optional(),
  name: text(120).min(1),
  description: text(2000).default(''),
  /** Left out: the preset "Twelve Rounds". */
  ruleset: Ruleset.optional(),
  /** Results and tables of the season are held back until then. */
  revealAt: instant.nullable().default(null),
})
export type NewSeason = z.input<typeof NewSeason>
export const SeasonChange = z.strictObject({
  slug: Slug.optional(),
  name: text(120).min(1).optional(),
  description: text(2000).optional(),
  /** For the matches that have not started. */
  ruleset: Ruleset.optional(),
})
export type SeasonChange = z.infer<typeof SeasonChange>
export const RevealChange = z.strictObject({ revealAt: instant.nullable() })
export type RevealChange = z.infer<typeof RevealChange>

const SeasonHead = {
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  name: z.string(),
  description: z.string(),
}

export const Standing = z.object({
  rank: z.int(),
  side: z.object({ id: z.uuid(), name: z.string(), short: z.string(), colour: z.string().nullable() }),
  played: z.int(),
  wins: z.int(),
  losses: z.int(),
  /** Losses in overtime or sudden death, the third figure of the record. */
  overtimeLosses: z.int(),
  draws: z.int(),
  /** "5-3-0"; where draws are allowed "5-3-0-1". */
  record: z.string(),
  /** Of the table. */
  points: z.int(),
  scored: z.int(),
  conceded: z.int(),
  difference: z.int(),
  /** Points scored a match, in matches that were played out. */
  average: z.number(),
  steals: z.int(),
  /** The last five, the latest last. */
  form: z.array(z.enum(['W', 'L', 'OTL', 'D'])),
  forfeits: z.int(),
  voids: z.int(),
  /** Why it stands before or after those level with it: "Ahead of Night Owls on point difference, +12 to +7." */
  why: z.string(),
  /** Level with another after every tie-break. */
  tied: z.boolean(),
})
export type Standing = z.infer<typeof Standing>

export const SeasonPlayer = z.object({
  rank: z.int(),
  player: z.object({ id: z.uuid(), name: z.string() }),
  side: z.object({ id: z.uuid(), name: z.string(), short: z.string() }),
  matches: z.int(),
  answers: z.int(),
  steals: z.int(),
  pointSixths: z.int(),
  /** "31½" */
  points: z.string(),
  /** Points a match. */
  average: z.number(),
})
export type SeasonPlayer = z.infer<typeof SeasonPlayer>

/** A season as its readers see it. `standings` and `players` are null while the season is held back. */
export const PublicSeasonJson = z.object({
  ...SeasonHead,
  ruleset: Ruleset,
  heldUntil: instant.nullable(),
  sides: z.array(RosterSide),
  /** In the order of their starts. */
  matches: z.array(MatchLine),
  standings: z.array(Standing).nullable(),
  players: z.array(SeasonPlayer).nullable(),
})
export type PublicSeasonJson = z.infer<typeof PublicSeasonJson>

export const SeasonLine = z.object({ ...SeasonHead, sides: z.int(), matches: z.int() })
export type SeasonLine = z.infer<typeof SeasonLine>

export const DeskSeasonJson = z.object({
  ...SeasonHead,
  ruleset: Ruleset,
  rulesetVersion: z.int(),
  revealAt: instant.nullable(),
  revision: z.int(),
  sides: z.array(RosterSide),
  matches: z.array(DeskMatchLine),
  standings: z.array(Standing),
  players: z.array(SeasonPlayer),
})
export type DeskSeasonJson = z.infer<typeof DeskSeasonJson>

export const DeskSeasonLine = SeasonLine.extend({ revision: z.int(), revealAt: instant.nullable() })
export type DeskSeasonLine = z.infer<typeof DeskSeasonLine>

export const SeasonList = listOf(SeasonLine)
export const DeskSeasonList = listOf(DeskSeasonLine)
export const SideList = listOf(SideJson)
export const PlayerList = listOf(PlayerJson)
