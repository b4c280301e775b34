import type { ColumnType, Generated } from 'kysely'
import type { MatchResult } from './match-result.ts'
import type { Lineup, MatchPhase } from './wire.ts'

/** Read as what it is, written as text: the driver would take a list for an array of SQL. */
type Json = ColumnType<unknown, string, string>

export type LeagueTables = {
  seasons: {
    id: Generated<string>
    slug: string
    name: string
    description: string
    ruleset: Json
    ruleset_version: Generated<number>
    reveal_at: Date | null
    revision: Generated<number>
    created_at: Generated<Date>
    updated_at: Generated<Date>
  }
  sides: {
    id: Generated<string>
    name: string
    short: string
    colour: string | null
    revision: Generated<number>
  }
  players: { id: Generated<string>; name: string; revision: Generated<number> }
  season_sides: { season_id: string; side_id: string }
  rosters: { season_id: string; side_id: string; player_id: string; position: number; bench: boolean }
  matches: MatchesTable
  match_facts: {
    match_id: string
    seq: number
    id: string
    at: Date
    by: string | null
    kind: string
    fact: Json
  }
}

export type MatchesTable = {
  id: Generated<string>
  season_id: string
  slug: string
  number: number
  first_side: string
  second_side: string
  scheduled_at: Date
  zone: string
  lineups: ColumnType<[Lineup, Lineup], string, string>
  event_id: string | null
  reveal_at: Date | null
  draft: boolean
  ruleset: ColumnType<unknown, string | null, string | null>
  ruleset_version: number | null
  overlay_secret: string
  head: Generated<number>
  last_at: Date | null
  result: ColumnType<MatchResult, string, string>
  phase: MatchPhase
  revision: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}
