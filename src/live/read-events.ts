import type { Reading } from '../platform/live/reading.ts'
import type { Source } from '../platform/db/database.ts'
import type { EventRecord } from './event.ts'
import { isId, pathOf } from './event.ts'
import {
  closedEvents,
  type Cursor,
  draftEvents,
  eventSlugs,
  findEvent,
  findEventBySlug,
  openEvents,
} from './event-store.ts'
import { type EventView, instantsOf, publicView, studioView } from './event-view.ts'
import { alarmsOf } from './alarms.ts'
import { isNow, isOver } from './phase.ts'
import type { EventState } from './wire.ts'

export interface Page<T> {
  items: T[]
  next: string | null
}

/** The event as it stands; a rendering shares it with the others. */
export const eventRecord = (source: Source | Reading, id: string): Promise<EventRecord | undefined> =>
  'shared' in source
    ? source.shared(`event:${id}`, (shared) => {
        shared.topic(`event:${id.toLowerCase()}`)
        return findEvent(shared, id)
      })
    : findEvent(source, id)

/** What readers may see of this event, by id or by slug. */
export async function readEvent(reading: Reading, idOrSlug: string): Promise<EventView | null> {
  const event = isId(idOrSlug)
    ? await eventRecord(reading, idOrSlug)
    : await findEventBySlug(reading, idOrSlug)
  // A guess must not learn from the topics that there is a draft of this name; it comes out under `events` as well.
  reading.topic(event && !event.draft ? `event:${event.id}` : 'events')
  if (isId(idOrSlug)) reading.topic(`event:${idOrSlug.toLowerCase()}`)
  return event ? seen(reading, event) : null
}

function seen(reading: Reading, event: EventRecord): EventView | null {
  reading.until(instantsOf(event, reading.now)[0])
  return publicView(event, reading.now)
}

/** Also those that readers may no longer see as open. */
export const recordsOfOpen = (reading: Reading): Promise<EventRecord[]> =>
  reading.shared('events/open', (shared) => {
    shared.topic('events')
    return openEvents(shared, shared.now)
  })

/** Everything that readers may see as open or just over, in order of the starts. */
export async function readOpenEvents(reading: Reading): Promise<EventView[]> {
  const events = await recordsOfOpen(reading)
  return events.flatMap((event) => seen(reading, event) ?? [])
}

export const nowOf = (views: readonly EventView[]): EventView[] => views.filter(({ phase }) => isNow(phase))
export const comingOf = (views: readonly EventView[]): EventView[] =>
  views.filter(({ phase }) => phase.phase === 'scheduled' || phase.phase === 'postponed')

/** What is over, the latest start first. */
export async function readPastEvents(
  reading: Reading,
  limit: number,
  after: Cursor | null,
): Promise<Page<EventView>> {
  reading.topic('events')
  const events = await closedEvents(reading, limit + 1, after)
  const views = events.slice(0, limit).flatMap((event) => seen(reading, event) ?? [])
  const last = events.length > limit ? events[limit - 1] : undefined
  return { items: views.filter(({ phase }) => isOver(phase)), next: last ? formatCursor(last) : null }
}

export const formatCursor = ({ details, id }: Pick<EventRecord, 'details' | 'id'>): string =>
  `${details.startsAt.getTime()}~${id}`

/** `undefined`: not a cursor of ours. */
export function parseCursor(text: string): Cursor | undefined {
  const [ms, id] = text.split('~')
  if (!/^-?\d{1,14}$/.test(ms ?? '') || !isId(id ?? '')) return undefined
  return { startsAt: new Date(Number(ms)), id: id ?? '' }
}

/** The page of every event that readers may know of, for search engines. */
export async function readEventPaths(reading: Reading, limit: number): Promise<string[]> {
  reading.topic('events')
  return (await eventSlugs(reading, limit)).map((slug) => pathOf({ slug }))
}

/** A page of the public list, for the API. */
export async function readEventList(
  reading: Reading,
  state: EventState,
  limit: number,
  after: Cursor | null,
): Promise<Page<EventView>> {
  if (state === 'past') return readPastEvents(reading, limit, after)
  const open = await readOpenEvents(reading)
  return slice(state === 'now' ? nowOf(open) : comingOf(open), limit, after)
}

function slice<T extends Pick<EventRecord, 'details' | 'id'>>(
  all: T[],
  limit: number,
  after: Cursor | null,
): Page<T> {
  const rest = after ? all.filter((each) => isAfter(each, after)) : all
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rest.length > limit && last ? formatCursor(last) : null }
}

const isAfter = ({ details, id }: Pick<EventRecord, 'details' | 'id'>, after: Cursor): boolean =>
  details.startsAt > after.startsAt ||
  (details.startsAt.getTime() === after.startsAt.getTime() && id > after.id)

export type DeskState = EventState | 'drafts' | 'alarms'

/** The studio's lists: by what the studio knows, not by what readers see. */
export async function listDeskEvents(
  source: Source,
  now: Date,
  state: DeskState,
  limit: number,
  after: Cursor | null,
): Promise<Page<EventRecord>> {
  if (state === 'past') {
    const events = await closedEvents(source, limit + 1, after)
    const last = events.length > limit ? events[limit - 1] : undefined
    return { items: events.slice(0, limit), next: last ? formatCursor(last) : null }
  }
  if (state === 'drafts') return slice(await draftEvents(source, 500), limit, after)
  const open = await openEvents(source, now)
  return slice(
    open.filter((event) => isIn(state, event, now)),
    limit,
    after,
  )
}

function isIn(state: 'now' | 'coming' | 'alarms', event: EventRecord, now: Date): boolean {
  if (state === 'alarms') return alarmsOf(event, now).length > 0
  const { phase } = studioView(event, now)
  return state === 'now' ? isNow(phase) : !isNow(phase) && !isOver(phase)
}
