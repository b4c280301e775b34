import type { Insertable, Selectable } from 'kysely'
import { z } from 'zod'
import type { EventDetails, EventFact, EventRecord } from './event.ts'
import type { EventsTable, FactsTable } from './tables.ts'
import { Action } from './wire.ts'

export type EventRow = Selectable<EventsTable> & { show_slug: string | null; show_title: string | null }

const instant = z.coerce.date()

/** Details as a fact keeps them. What a later version adds takes its default here. */
const KeptDetails = z.object({
  title: z.string(),
  subtitle: z.string(),
  description: z.string(),
  startsAt: instant,
  zone: z.string(),
  movedFrom: instant.nullable(),
  startsBy: z.enum(['clock', 'host']),
  announceSeconds: z.int(),
  soonSeconds: z.int(),
  plannedMinutes: z.int(),
  action: Action.nullable(),
  watchUrl: z.string().nullable(),
  finalWords: z.string(),
})

const detailsOf = (row: EventRow): EventDetails => ({
  title: row.title,
  subtitle: row.subtitle,
  description: row.description,
  startsAt: row.starts_at,
  zone: row.zone,
  movedFrom: row.moved_from,
  startsBy: row.starts_by,
  announceSeconds: row.announce_seconds,
  soonSeconds: row.soon_seconds,
  plannedMinutes: row.planned_minutes,
  action: row.action_label && row.action_href ? { label: row.action_label, href: row.action_href } : null,
  watchUrl: row.watch_url,
  finalWords: row.final_words,
})

export const toColumns = (details: EventDetails) =>
  ({
    title: details.title,
    subtitle: details.subtitle,
    description: details.description,
    starts_at: details.startsAt,
    zone: details.zone,
    moved_from: details.movedFrom,
    starts_by: details.startsBy,
    announce_seconds: details.announceSeconds,
    soon_seconds: details.soonSeconds,
    planned_minutes: details.plannedMinutes,
    action_label: details.action?.label ?? null,
    action_href: details.action?.href ?? null,
    watch_url: details.watchUrl,
    final_words: details.finalWords,
  }) satisfies Partial<Insertable<EventsTable>>

export const toFact = (row: Omit<Selectable<FactsTable>, 'event_id'>): EventFact => ({
  seq: row.seq,
  kind: row.kind,
  at: row.at,
  by: row.by,
  words: row.words,
  startsAt: row.starts_at,
  delaySeconds: row.delay_seconds,
  undoes: row.undoes,
  before: row.before === null ? null : KeptDetails.parse(row.before),
})

export const toRecord = (row: EventRow, facts: EventFact[]): EventRecord => ({
  id: row.id,
  slug: row.slug,
  showId: row.show_id,
  show: row.show_slug && row.show_title ? { slug: row.show_slug, title: row.show_title } : null,
  details: detailsOf(row),
  delaySeconds: row.delay_seconds,
  draft: row.draft,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  facts,
})
