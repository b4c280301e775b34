import type { ColumnType, Generated } from 'kysely'
import type { FactKind } from './wire.ts'

type ShowsTable = {
  id: Generated<string>
  slug: string
  title: string
  description: string
  revision: Generated<number>
}

export type EventsTable = {
  id: Generated<string>
  show_id: string | null
  slug: string
  title: string
  subtitle: string
  description: string
  starts_at: Date
  zone: string
  moved_from: Date | null
  starts_by: 'clock' | 'host'
  announce_seconds: number
  soon_seconds: number
  planned_minutes: number
  action_label: string | null
  action_href: string | null
  watch_url: string | null
  final_words: string
  delay_seconds: number
  draft: boolean
  closed_at: Date | null
  revision: Generated<number>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export type FactsTable = {
  event_id: string
  seq: number
  kind: FactKind
  at: Date
  by: string | null
  words: string
  starts_at: Date | null
  delay_seconds: number | null
  undoes: number | null
  before: ColumnType<unknown, string | null, never>
}

export type LiveTables = {
  shows: ShowsTable
  events: EventsTable
  event_facts: FactsTable
}
