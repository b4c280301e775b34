import type { MatchBrief, MatchRecord } from './match.ts'
import type { LogEntry } from './match-log.ts'
import type { MatchResult } from './match-result.ts'
import { Ruleset } from './ruleset.ts'
import { type Lineup, NewFact } from './wire.ts'

/** A match with its season and sides beside it. */
export interface MatchRow {
  id: string
  slug: string
  number: number
  season_id: string
  season_slug: string
  season_name: string
  season_reveal_at: Date | null
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
  /** This and the result are written by the store alone; what a later version needs of them it rebuilds from the log. */
  lineups: [Lineup, Lineup]
  event_id: string | null
  reveal_at: Date | null
  draft: boolean
  overlay_secret: string
  head: number
  last_at: Date | null
  result: MatchResult
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
  lineups: row.lineups,
  eventId: row.event_id,
  revealAt: row.reveal_at,
  draft: row.draft,
  overlaySecret: row.overlay_secret,
  head: row.head,
  lastAt: row.last_at,
  result: row.result,
  revision: row.revision,
})

export interface RulesRow {
  ruleset: unknown
  ruleset_version: number | null
  season_ruleset: unknown
  season_ruleset_version: number
}

export const toRecord = (row: MatchRow & RulesRow, log: readonly LogEntry[]): MatchRecord => ({
  ...toBrief(row),
  ruleset: Ruleset.parse(row.ruleset ?? row.season_ruleset),
  rulesetVersion: row.ruleset_version ?? row.season_ruleset_version,
  frozen: row.ruleset !== null,
  log,
})

export const toEntry = (row: { seq: number; at: Date; by: string | null; fact: unknown }): LogEntry => ({
  seq: row.seq,
  at: row.at,
  by: row.by,
  fact: NewFact.parse(row.fact),
})
