import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { endpointsOf } from '../platform/http/endpoint.ts'
import { Reply } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { actOnEvent } from './act-on-event.ts'
import { changeDelay, type DelayFollower } from './change-delay.ts'
import { createEvent } from './create-event.ts'
import { createShow } from './create-show.ts'
import { deleteEvent } from './delete-event.ts'
import type { EventRecord } from './event.ts'
import { toDeskDetail, toDeskJson, toPublicJson } from './event-json.ts'
import { type Cursor, findEvent, openEvents } from './event-store.ts'
import { listDeskEvents, parseCursor, readEvent, readEventList } from './read-events.ts'
import { listShows } from './show-store.ts'
import { stripEventId } from './strip-faces.ts'
import { updateEvent } from './update-event.ts'
import { updateShow } from './update-show.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('live')
const Id = z.object({ id: z.uuid() })
const IdOrSlug = z.object({ id: z.string().max(100) })

const notFound = (): Refusal => new Refusal('not-found', 'There is no such event. It may have been deleted.')

function cursorOf(after: string | undefined): Cursor | null {
  const cursor = after === undefined ? null : parseCursor(after)
  if (cursor === undefined)
    throw new Refusal('invalid', 'This cursor is not one of ours. Take "next" of the last answer.')
  return cursor
}

export const liveEndpoints = (p: Platform, follow?: DelayFollower): Endpoint<Person>[] => [
  ...publicEndpoints(p),
  ...deskEndpoints(p),
  ...changeEndpoints(p, follow),
  ...showEndpoints(p),
]

const publicEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/events',
    right: 'public',
    summary: 'Events as readers see them: now, coming or past',
    query: wire.EventQuery,
    reply: wire.PublicEventList,
    handle: async ({ query }) => {
      const reading = new RecordedReading(p, p.clock.now())
      const page = await readEventList(reading, query.state, query.limit, cursorOf(query.after))
      return { items: page.items.map(toPublicJson), next: page.next }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/events/:id',
    right: 'public',
    summary: 'One event as readers see it, by id or by slug',
    params: IdOrSlug,
    reply: wire.PublicEventJson,
    handle: async ({ params }) => {
      const view = await readEvent(new RecordedReading(p, p.clock.now()), params.id)
      if (!view) throw notFound()
      return toPublicJson(view)
    },
  }),
]

async function deskDetail(p: Platform, event: EventRecord): Promise<wire.DeskEventDetail> {
  const now = p.clock.now()
  return toDeskDetail(event, now, stripEventId(await openEvents(p, now), now))
}

const deskEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/events',
    right: 'studio.open',
    summary: 'Events as the studio sees them, with what readers see beside it, and alarms',
    query: wire.DeskEventQuery,
    reply: wire.DeskEventList,
    handle: async ({ query }) => {
      const now = p.clock.now()
      const page = await listDeskEvents(p, now, query.state, query.limit, cursorOf(query.after))
      const onStrip = stripEventId(await openEvents(p, now), now)
      return { items: page.items.map((event) => toDeskJson(event, now, onStrip)), next: page.next }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/events/:id',
    right: 'studio.open',
    summary: 'One event with all that was done to it, and when readers see each',
    params: Id,
    reply: wire.DeskEventDetail,
    handle: async ({ params }) => {
      const event = await findEvent(p, params.id)
      if (!event) throw notFound()
      return deskDetail(p, event)
    },
  }),
]

const changeEndpoints = (p: Platform, follow: DelayFollower | undefined): Endpoint<Person>[] => [
  endpoint({
    method: 'POST',
    path: '/api/v1/events',
    right: 'event.manage',
    summary: 'Make an event',
    body: wire.NewEvent,
    reply: wire.DeskEventDetail,
    idempotent: true,
    handle: async ({ caller, body }) => deskDetail(p, await createEvent(p, caller, body)),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/events/:id',
    right: 'event.manage',
    summary: 'Change what is said of an event',
    params: Id,
    body: wire.EventChange,
    reply: wire.DeskEventDetail,
    ifMatch: true,
    handle: async ({ caller, params, revision, body }) =>
      deskDetail(p, await updateEvent(p, caller, params.id, revision, body, follow)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/events/:id',
    right: 'event.manage',
    summary: 'Delete an event that the strip has not told of yet',
    params: Id,
    ifMatch: true,
    handle: async ({ caller, params, revision }) => {
      await deleteEvent(p, caller, params.id, revision)
      return new Reply(undefined, 204)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/events/:id/actions',
    right: 'event.run',
    summary: 'Start, pause, resume, end, postpone, cancel or reopen an event, or take the last of it back',
    params: Id,
    body: wire.EventAction,
    reply: wire.DeskEventDetail,
    idempotent: true,
    handle: async ({ caller, params, body }) => deskDetail(p, await actOnEvent(p, caller, params.id, body)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/events/:id/delay',
    right: 'event.run',
    summary: 'Change by how many seconds readers trail the studio',
    params: Id,
    body: wire.DelayChange,
    reply: wire.DeskEventDetail,
    idempotent: true,
    handle: async ({ caller, params, body }) =>
      deskDetail(p, await changeDelay(p, caller, params.id, body.delaySeconds, follow)),
  }),
]

const showEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/shows',
    right: 'public',
    summary: 'All shows',
    reply: wire.ShowList,
    handle: async () => ({ items: await listShows(p), next: null }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/shows',
    right: 'event.manage',
    summary: 'Make a show',
    body: wire.NewShow,
    reply: wire.ShowJson,
    idempotent: true,
    handle: ({ caller, body }) => createShow(p, caller, body),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/shows/:id',
    right: 'event.manage',
    summary: 'Change a show',
    params: Id,
    body: wire.ShowChange,
    reply: wire.ShowJson,
    ifMatch: true,
    handle: ({ caller, params, revision, body }) => updateShow(p, caller, params.id, revision, body),
  }),
]
