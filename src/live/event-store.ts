import { sql, type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { EventDetails, EventFact, EventRecord } from './event.ts'
import { type EventRow, toColumns, toFact, toRecord } from './event-rows.ts'
import type { LiveTables } from './tables.ts'

const db = (source: Source) => source.q.withTables<LiveTables>()

/** So long after it was closed an event is still among those that may be open to readers. */
const CLOSING_SECONDS = 3600
/** Nobody has so many events open at once; those that start first are kept. */
const MOST_OPEN = 500

const rows = (source: Source) =>
  db(source)
    .selectFrom('events')
    .leftJoin('shows', 'shows.id', 'events.show_id')
    .selectAll('events')
    .select(['shows.slug as show_slug', 'shows.title as show_title'])

async function withFacts(source: Source, found: EventRow[]): Promise<EventRecord[]> {
  if (found.length === 0) return []
  const ids = found.map((row) => row.id)
  const facts = await db(source)
    .selectFrom('event_facts')
    .selectAll()
    .where('event_id', 'in', ids)
    .orderBy('event_id')
    .orderBy('seq')
    .execute()
  const byEvent = Map.groupBy(facts, (fact) => fact.event_id)
  return found.map((row) => toRecord(row, (byEvent.get(row.id) ?? []).map(toFact)))
}

export async function findEvent(source: Source, id: string): Promise<EventRecord | undefined> {
  return (await withFacts(source, await rows(source).where('events.id', '=', id).execute()))[0]
}

export async function findEventBySlug(source: Source, slug: string): Promise<EventRecord | undefined> {
  return (await withFacts(source, await rows(source).where('events.slug', '=', slug).execute()))[0]
}

/** The event, locked until the end of the use case, so that what is done to it has one order. */
export async function lockEvent(w: Write, id: string): Promise<EventRecord | undefined> {
  await db(w).selectFrom('events').select('id').where('id', '=', id).forUpdate().execute()
  return findEvent(w, id)
}

/** Every event that is not a draft and that readers may still see as open, by its start. */
export async function openEvents(source: Source, now: Date): Promise<EventRecord[]> {
  const recently = new Date(now.getTime() - CLOSING_SECONDS * 1000)
  const open = rows(source).where('closed_at', 'is', null)
  const closing = rows(source).where('closed_at', '>', recently)
  const found = await db(source)
    .selectFrom(
      open
        .where('draft', '=', false)
        .unionAll(closing.where('draft', '=', false))
        .as('e'),
    )
    .selectAll()
    .orderBy('starts_at')
    .orderBy('id')
    .limit(MOST_OPEN)
    .execute()
  return withFacts(source, found)
}

export interface Cursor {
  startsAt: Date
  id: string
}

/** Events that were closed, the last start first. */
export async function closedEvents(
  source: Source,
  limit: number,
  after: Cursor | null,
): Promise<EventRecord[]> {
  let query = rows(source).where('closed_at', 'is not', null).where('draft', '=', false)
  if (after)
    query = query.where(sql<boolean>`(starts_at, events.id) < (${after.startsAt}, ${after.id}::uuid)`)
  const found = await query.orderBy('starts_at', 'desc').orderBy('events.id', 'desc').limit(limit).execute()
  return withFacts(source, found)
}

export async function draftEvents(source: Source, limit: number): Promise<EventRecord[]> {
  return withFacts(
    source,
    await rows(source).where('draft', '=', true).orderBy('starts_at').limit(limit).execute(),
  )
}

export async function searchEvents(source: Source, text: string, limit: number): Promise<EventRecord[]> {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const found = await rows(source)
    .where((eb) => eb.or([eb('events.title', 'ilike', like), eb('events.subtitle', 'ilike', like)]))
    .where('draft', '=', false)
    .orderBy('starts_at', 'desc')
    .limit(limit)
    .execute()
  return withFacts(source, found)
}

/** Of every event that is not a draft, the last start first. */
export async function eventSlugs(source: Source, limit: number): Promise<string[]> {
  const found = await db(source)
    .selectFrom('events')
    .select('slug')
    .where('draft', '=', false)
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ slug }) => slug)
}

export async function isEventSlugTaken(source: Source, slug: string): Promise<boolean> {
  return (
    (await db(source).selectFrom('events').select('id').where('slug', '=', slug).executeTakeFirst()) !==
    undefined
  )
}

export interface EventPlace {
  slug: string
  showId: string | null
  draft: boolean
}

const refuseTaken =
  (slug: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'events_slug_key'))
      throw new Refusal('conflict', `There is an event at /events/${slug} already. Choose another address.`)
    throw error
  }

export async function insertEvent(
  w: Write,
  place: EventPlace,
  details: EventDetails,
  delaySeconds: number,
): Promise<string> {
  const { id } = await db(w)
    .insertInto('events')
    .values({
      ...toColumns(details),
      slug: place.slug,
      show_id: place.showId,
      draft: place.draft,
      delay_seconds: delaySeconds,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTaken(place.slug))
  return id
}

export interface EventState extends EventPlace {
  details: EventDetails
  delaySeconds: number
  closedAt: Date | null
}

/** Replaces what the event says by now. The caller has locked it, and has compared revisions. */
export async function saveEvent(w: Write, id: string, state: EventState): Promise<void> {
  await db(w)
    .updateTable('events')
    .set((eb) => ({
      ...toColumns(state.details),
      slug: state.slug,
      show_id: state.showId,
      draft: state.draft,
      delay_seconds: state.delaySeconds,
      closed_at: state.closedAt,
      updated_at: w.now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken(state.slug))
}

export async function insertFact(w: Write, eventId: string, fact: EventFact): Promise<void> {
  await db(w)
    .insertInto('event_facts')
    .values({
      event_id: eventId,
      seq: fact.seq,
      kind: fact.kind,
      at: fact.at,
      by: fact.by,
      words: fact.words,
      starts_at: fact.startsAt,
      delay_seconds: fact.delaySeconds,
      undoes: fact.undoes,
      before: fact.before && JSON.stringify(fact.before),
    })
    .execute()
}

export async function removeEvent(w: Write, id: string): Promise<void> {
  await db(w).deleteFrom('events').where('id', '=', id).execute()
}
