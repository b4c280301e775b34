import { Hono } from 'hono'
import { NOBODY, type Person, requireAtDoor, type Role } from '../people/public.ts'
import { nothing } from '../platform/html.ts'
import { mountEndpoints } from '../platform/http/mount-endpoints.ts'
import { PageMaker } from '../platform/http/page-door.ts'
import { problemResponse } from '../platform/http/problem.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { placeRegions, regionKeysIn } from '../platform/live/regions.ts'
import type { Platform } from '../platform/platform.ts'
import { liveModule } from './public.ts'
import { NewEvent, type NewEventRead } from './wire.ts'

export const asRole = (role: Role): Person => ({
  id: `id-of-${role}`,
  kind: 'person',
  name: role,
  role,
  scope: null,
})

export interface TestSite {
  /** A door of the API, asked by somebody of that role. */
  call(
    role: Role | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; json: Record<string, unknown>; etag: string | null }>
  /** A page as a reader gets it at that instant, its regions in their places. */
  page(path: string, now?: Date): Promise<{ status: number; text: string; headers: Record<string, string> }>
  region(key: string, now?: Date): Promise<string | null>
}

/** This module behind the doors of the house, with a shell that shows of a page only what this module says. */
export function testSite(p: Platform): TestSite {
  const module = liveModule(p)
  p.regionKinds.add(module.regions ?? {})
  const region = async (key: string, now = p.clock.now()) =>
    (await p.regionKinds.render(key, new RecordedReading(p, now))).html
  const pages = new PageMaker(module.pages ?? [], {
    wrap: (_reading, content) =>
      Promise.resolve({
        markup: `${JSON.stringify(content.jsonLd)}${content.title} ${String(content.head ?? nothing)} ${String(content.body)}`,
        headers: {},
      }),
    absent: () =>
      Promise.resolve({ title: 'Absent', description: '', canonical: '/', sheet: 'lists', body: nothing }),
  })
  const app = appOf(p)
  return {
    region,
    page: async (path, now = p.clock.now()) => {
      const url = new URL(path, 'http://site.invalid')
      const key = pages.keyOf(url.pathname, url.searchParams)
      if (key === null) return { status: 404, text: '', headers: {} }
      const { status, markup, headers } = await pages.make(key, new RecordedReading(p, now))
      const parts = new Map<string, string>()
      for (const each of regionKeysIn(markup)) parts.set(each, (await region(each, now)) ?? '')
      return { status, text: placeRegions(markup, (each) => parts.get(each) ?? ''), headers }
    },
    call: async (role, method, path, body, headers = {}) => {
      const response = await app.request(path, {
        method,
        headers: { 'x-role': role ?? '', 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return {
        status: response.status,
        json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
        etag: response.headers.get('etag'),
      }
    },
  }
}

function appOf(p: Platform): Hono {
  const app = new Hono()
  mountEndpoints(app, liveModule(p).endpoints ?? [], {
    source: p,
    identify: (request) => {
      const role = request.headers.get('x-role')
      return Promise.resolve(role ? asRole(role as Role) : NOBODY)
    },
    requireRight: requireAtDoor,
    requireModule: () => Promise.resolve(),
    originAllowed: () => true,
    afterWrite: () => p.tail.sync(),
  })
  app.onError((error) =>
    problemResponse(error, (unexpected) => {
      throw unexpected
    }),
  )
  return app
}

/** An event that starts so many seconds from now, with what else a test needs. */
export const newEvent = (p: Platform, startsInSeconds: number, given: Partial<NewEvent> = {}): NewEventRead =>
  NewEvent.parse({
    title: 'Harbor City vs. The Night Owls',
    start: {
      at: new Date(p.clock.now().getTime() + startsInSeconds * 1000).toISOString(),
      zone: 'America/New_York',
    },
    ...given,
  })
