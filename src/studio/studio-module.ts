import type { Hono } from 'hono'
import type { Person } from '../people/public.ts'
import { endpointsOf } from '../platform/http/endpoint.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { readPresence } from './presence-store.ts'
import { deskOf } from './studio-desk.ts'
import { studioPage } from './studio-page.ts'
import { presenceSchema } from './wire.ts'

const endpoint = endpointsOf<Person>('studio')

export const studioModule = (p: Platform): Module<Person> => ({
  name: 'studio',
  endpoints: [
    endpoint({
      method: 'GET',
      path: '/api/v1/presence',
      right: 'studio.open',
      summary: 'How many readers are on the site now, and where',
      reply: presenceSchema,
      handle: () => readPresence(p),
    }),
    endpoint({
      method: 'GET',
      path: '/studio/live',
      right: 'studio.open',
      summary: 'The stream of what has changed, as names of topics',
      handle: ({ request }) => Promise.resolve(deskOf(p).streams.open(request)),
    }),
  ],
})

/** Serves the editing app at every address below /studio that is no endpoint, and begins to count readers. */
export function studioDoor(p: Platform, app: Hono): void {
  app.get('/studio', () => studioPage())
  app.get('/studio/*', () => studioPage())
  deskOf(p).start()
}

/** Sends the open studios away, before the server closes. */
export const closeStudio = (p: Platform): Promise<void> => deskOf(p).stop()
