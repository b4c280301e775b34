/*
 * The JSON of the league's doors, and what its pages, regions and screens are given.
 *
 * Readers' views, from `read-matches.ts` and `read-seasons.ts` (they record topics and instants on the reading):
 *   readMatchForReaders(reading, idOrSlug): Promise<PublicMatchJson | null>
 *   readMatchForProducer(reading, id): Promise<PublicMatchJson | null>          nothing held back: the door asks for the key
 *   readSeasonForReaders(reading, idOrSlug): Promise<PublicSeasonJson | null>
 *   listSeasonsForReaders(reading): Promise<SeasonLine[]>
 *   listMatchesForReaders(reading, state, limit): Promise<MatchLine[]>
 *   scoreOfEvent(reading, eventId): Promise<ScoreOfEvent | null>
 *
 * In a browser, from `scoring.ts` (pure, no zod): foldMatch(rules, sides, entries): MatchState, problemOf(fact, …): string | null.
 *
 * Doors: GET /api/v1/seasons · /api/v1/seasons/:id · /api/v1/matches?state= · /api/v1/matches/:id (readers, by id or slug)
 *   GET /api/v1/desk/seasons · /desk/seasons/:id · /desk/matches?season= · /desk/matches/:id · /desk/sides · /desk/players?q= · /desk/match-events?q=
 *   POST /api/v1/seasons · PATCH /seasons/:id (If-Match) · PUT /seasons/:id/reveal · PUT, DELETE /seasons/:id/sides/:side (roster)
 *   POST /api/v1/sides · PATCH /sides/:id (If-Match) · POST /api/v1/players · PATCH /players/:id (If-Match)
 *   POST /api/v1/matches · PATCH, DELETE /matches/:id (If-Match) · PUT /matches/:id/reveal
 *   POST /api/v1/matches/:id/facts {base, facts} → DeskMatchJson: start, rulings, undo, end: everything that is done at the console
 */
import { z } from 'zod'
import { Ruleset } from './ruleset.ts'

const text = (max: number) => z.string().trim().max(max)
const instant = z.iso.datetime({ offset: true })

export const Slug = z
  .string()
  .max(100)
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'may have small letters, digits and single hyphens, such as night-owls-45',
  )

/** A wall-clock time in a zone (`which` decides an hour that the clock goes through twice), or an instant. */
export const When = z.union([
  z.strictObject({
    wall: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/,
        'must be a wall-clock time such as 2026-11-22T20:00',
      ),
    zone: text(60),
    which: z.enum(['earlier', 'later']).optional(),
  }),
  z.strictObject({ at: instant, zone: text(60) }),
])
export type When = z.infer<typeof When>

// ---- A match's log -------------------------------------------------------------------------------------------------

/** `void`: the question is thrown out. `bonus`: who won the bonus question, with its points. */
export const Ruling = z.enum(['correct', 'steal', 'wrong', 'bonus', 'void'])
export type Ruling = z.infer<typeof Ruling>

/** A player's part in an answer, in sixths: 6 is the whole of it, 3 a half, 2 a third. */
export const Credit = z.strictObject({ player: z.uuid(), sixths: z.int().min(1).max(6) })
export type Credit = z.infer<typeof Credit>

const reason = text(300).default('')
const credits = z.array(Credit).max(6).default([])
const bonusPoints = z.int().min(0).max(50).nullable().default(null)
/** Made by the client; the same fact sent again is counted once. */
const id = z.uuid()

/** What a host tells of a match. `at` and `seq` are the server's. */
export const NewFact = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('start') }),
  z.strictObject({
    id,
    kind: z.literal('rule'),
    /** In the order of play, from 1; bonus, overtime and sudden-death rounds count on. */
    round: z.int().min(1).max(200),
    /** Whose question it was (of a bonus question: who won it); also where the other side steals. */
    side: z.uuid(),
    ruling: Ruling,
    /** The players of the side that scored. */
    credits,
    points: bonusPoints,
  }),
  z.strictObject({ id, kind: z.literal('double'), round: z.int().min(1).max(200) }),
  /** Takes back the last fact that still counts, which `target` names. */
  z.strictObject({ id, kind: z.literal('undo'), target: z.uuid() }),
  /** Takes back an undo, which `target` names. */
  z.strictObject({ id, kind: z.literal('redo'), target: z.uuid() }),
  /** Replaces the ruling of an earlier `rule`, in the match or after it. `side`: who won a bonus question. */
  z.strictObject({
    id,
    kind: z.literal('amend'),
    target: z.uuid(),
    ruling: Ruling,
    side: z.uuid().nullable().default(null),
    credits,
    points: bonusPoints,
    reason,
  }),
  /** The next period begins: overtime, or after it sudden death. */
  z.strictObject({ id, kind: z.literal('overtime') }),
  z.strictObject({ id, kind: z.literal('end') }),
  z.strictObject({ id, kind: z.literal('reopen'), reason }),
  /** `side` does not play (on): the other wins. */
  z.strictObject({ id, kind: z.literal('forfeit'), side: z.uuid(), reason }),
  /** The match is broken off and counts for nothing. */
  z.strictObject({ id, kind: z.literal('void'), reason }),
])
export type NewFact = z.output<typeof NewFact>
export type NewFactInput = z.input<typeof NewFact>
export type FactKind = NewFact['kind']

/** `base`: the `head` that the first of these facts was made on. Refused as stale (412) with `current` if others came between that matter. */
export const FactBatch = z.strictObject({
  base: z.int().min(0).max(1_000_000),
  facts: z.array(NewFact).min(1).max(200),
})
export type FactBatch = z.output<typeof FactBatch>
export type FactBatchInput = z.input<typeof FactBatch>

export const FactJson = z.object({
  seq: z.int(),
  at: instant,
  /** Person id; null: Pressbox itself. */
  by: z.string().nullable(),
  /** When readers see it, or saw it. */
  publicAt: instant,
  /** Whether it counts: it was not taken back. */
  stands: z.boolean(),
  fact: NewFact,
})
export type FactJson = z.infer<typeof FactJson>

// ---- What a match's log folds to -----------------------------------------------------------------------------------

/** [first side, second side], as in the match's `sides`. */
const Pair = z.tuple([z.number(), z.number()])
export type Pair = z.infer<typeof Pair>

export const RoundKind = z.enum(['plain', 'niche', 'bonus', 'overtime', 'sudden-death'])
export type RoundKind = z.infer<typeof RoundKind>

export const QuestionState = z.object({
  /** Whose question; null: both sides' (bonus). */
  side: z.uuid().nullable(),
  /** The `rule` fact to amend; null: not ruled yet. */
  factId: z.uuid().nullable(),
  ruling: Ruling.nullable(),
  /** Who won a bonus question. */
  wonBy: z.uuid().nullable(),
  /** What it brought each side. */
  points: Pair,
  credits: z.array(Credit),
  amended: z.boolean(),
})
export type QuestionState = z.infer<typeof QuestionState>

export const RoundState = z.object({
  round: z.int(),
  kind: RoundKind,
  /** "1" … "12", "Bonus", "OT", "OT 2", "SD 1": what people call it. */
  label: z.string(),
  double: z.boolean(),
  /** In the order they are asked. */
  questions: z.array(QuestionState),
  points: Pair,
})
export type RoundState = z.infer<typeof RoundState>

/** The question that is on now, and how it may be ruled. */
export const Turn = z.object({
  round: z.int(),
  kind: RoundKind,
  label: z.string(),
  double: z.boolean(),
  /** null: both sides' (bonus). */
  side: z.uuid().nullable(),
  rulings: z.array(Ruling),
  /** The range of a bonus question's points. */
  bonus: z.object({ min: z.int(), max: z.int() }).nullable(),
})
export type Turn = z.infer<typeof Turn>

export const Outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('win'),
    winner: z.uuid(),
    loser: z.uuid(),
    how: z.enum(['rounds', 'overtime', 'forfeit']),
  }),
  z.object({ kind: z.literal('draw') }),
  z.object({ kind: z.literal('void') }),
  /** Ended, but a correction has left it level or unfinished: it counts for nothing until it is reopened and played out. */
  z.object({ kind: z.literal('undecided') }),
])
export type Outcome = z.infer<typeof Outcome>

export const PlayerTotal = z.object({
  player: z.uuid(),
  side: z.uuid(),
  /** Answers in which they had a part, and those parts in sixths. */
  answers: z.int(),
  answerSixths: z.int(),
  steals: z.int(),
  /** Points by their parts, in sixths: 15 is 2½. */
  pointSixths: z.int(),
})
export type PlayerTotal = z.infer<typeof PlayerTotal>

export const SideTotal = z.object({
  side: z.uuid(),
  points: z.int(),
  correct: z.int(),
  wrong: z.int(),
  steals: z.int(),
})
export type SideTotal = z.infer<typeof SideTotal>

/** What may be done now, besides ruling the turn. */
export const Allowed = z.object({
  start: z.boolean(),
  /** Rounds that may still be made the double. */
  double: z.array(z.int()),
  overtime: z.enum(['overtime', 'sudden-death']).nullable(),
  end: z.boolean(),
  reopen: z.boolean(),
  /** Forfeit, void. */
  breakOff: z.boolean(),
  /** The facts that `undo` and `redo` take as their target. */
  undo: z.uuid().nullable(),
  redo: z.uuid().nullable(),
})
export type Allowed = z.infer<typeof Allowed>

/** `level`: all is played and overtime or sudden death can begin; `decided`: all is played, only the end has to be said. */
export const MatchPhase = z.enum(['scheduled', 'playing', 'level', 'decided', 'ended'])
export type MatchPhase = z.infer<typeof MatchPhase>

export const MatchState = z.object({
  phase: MatchPhase,
  sides: z.tuple([SideTotal, SideTotal]),
  /** Every round of the periods that have begun, ruled or not. */
  rounds: z.array(RoundState),
  turn: Turn.nullable(),
  /** Side that leads; null: level. */
  leader: z.uuid().nullable(),
  /** Once ended. */
  outcome: Outcome.nullable(),
  players: z.array(PlayerTotal),
  allowed: Allowed,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Rulings that a correction has put out of the match: overtime that would not have been played. They count for nothing. */
  moot: z.int(),
})
export type MatchState = z.infer<typeof MatchState>

// ---- Sides, players, seasons ---------------------------------------------------------------------------------------

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

// ---- Matches -------------------------------------------------------------------------------------------------------

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
  start: When,
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
  start: When.optional(),
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

// ---- Tables --------------------------------------------------------------------------------------------------------

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

// ---- Lists and queries ---------------------------------------------------------------------------------------------

const listOf = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })
export const SeasonList = listOf(SeasonLine)
export const DeskSeasonList = listOf(DeskSeasonLine)
export const SideList = listOf(SideJson)
export const PlayerList = listOf(PlayerJson)
export const MatchList = listOf(MatchLine)
export const DeskMatchList = listOf(DeskMatchLine)
export const EventChoices = listOf(z.object({ id: z.uuid(), title: z.string(), detail: z.string() }))

/** `now`: being played; `coming`; `past`: ended, or held back after its start. */
export const MatchListState = z.enum(['now', 'coming', 'past'])
export type MatchListState = z.infer<typeof MatchListState>
const limit = z.coerce.number().int().min(1).max(100).default(30)
export const MatchQuery = z.object({ state: MatchListState.default('coming'), limit })
export const TextQuery = z.object({ q: text(100).default(''), limit })
/** Everything of one season, or what is on, next and just over. */
export const DeskMatchQuery = z.object({ season: z.uuid().optional(), limit })
