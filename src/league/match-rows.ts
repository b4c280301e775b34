import { z } from 'zod'
import type { MatchBrief } from './match.ts'
import type { LogEntry } from './match-log.ts'
import type { MatchResult } from './match-result.ts'
import { Ruleset } from './ruleset.ts'
import { Lineup, MatchPhase, NewFact, Outcome, PlayerTotal } from './wire.ts'

const Pair = z.tuple([z.int(), z.int()])
const KeptResult = z.object({
  phase: MatchPhase,
  points: Pair,
  steals: Pair,
  outcome: Outcome.nullable(),
  players: z.array(PlayerTotal),
})
const Lineups = z.tuple([Lineup, Lineup])

/** A match with its season and sides beside it. */
export interface MatchRow {
  id: string
  slug: string
  number: number
  season_id: string
  season_slug: string
  season_name: string
  season_reveal_at: Date | null
  season_ruleset: unknown
  season_ruleset_version: number
  first_side: string
  first_name: string
  first_short: string
  first_colour: string | null
  first_revision: number
  second_side: string
  second_name: string
  second_short: string
  second_colour: string | null
  second_revision: number
  scheduled_at: Date
  zone: string
  lineups: unknown
  event_id: string | null
  reveal_at: Date | null
  draft: boolean
  ruleset: unknown
  ruleset_version: number | null
  overlay_secret: string
  head: number
  last_at: Date | null
  result: unknown
  revision: number
}

export const toBrief = (row: MatchRow): MatchBrief => ({
  id: row.id,
  slug: row.slug,
  number: row.number,
  season: {
    id: row.season_id,
    slug: row.season_slug,
    name: row.season_name,
    revealAt: row.season_reveal_at,
  },
  sides: [
    {
      id: row.first_side,
      name: row.first_name,
      short: row.first_short,
      colour: row.first_colour,
      revision: row.first_revision,
    },
    {
      id: row.second_side,
      name: row.second_name,
      short: row.second_short,
      colour: row.second_colour,
      revision: row.second_revision,
    },
  ],
  scheduledAt: row.scheduled_at,
  zone: row.zone,
  lineups: Lineups.parse(row.lineups),
  eventId: row.event_id,
  revealAt: row.reveal_at,
  draft: row.draft,
  ruleset: Ruleset.parse(row.ruleset ?? row.season_ruleset),
  rulesetVersion: row.ruleset_version ?? row.season_ruleset_version,
  frozen: row.ruleset !== null,
  overlaySecret: row.overlay_secret,
  head: row.head,
  lastAt: row.last_at,
  result: toResult(row.result),
  revision: row.revision,
})

export const toResult = (kept: unknown): MatchResult => KeptResult.parse(kept)

export const toEntry = (row: { seq: number; at: Date; by: string | null; fact: unknown }): LogEntry => ({
  seq: row.seq,
  at: row.at,
  by: row.by,
  fact: NewFact.parse(row.fact),
})
