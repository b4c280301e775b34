import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { brandClock } from '../platform/brand-clock.ts'
import { type Html, html } from '../platform/html.ts'
import { asset, assetsDoor } from '../platform/http/assets.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { BarePage } from '../platform/http/page.ts'
import { Refusal } from '../platform/http/problem.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { hashOf, region } from '../platform/live/regions.ts'
import type { Platform } from '../platform/platform.ts'
import { overlayHtml } from './overlay-html.ts'
import { isOverlayKey, viewersOverlayPath } from './overlay-key.ts'
import { findMatchBrief } from './match-store.ts'
import { readMatchForProducer } from './read-matches.ts'

const CSS = readFileSync(join(import.meta.dirname, 'pages/overlay.css'), 'utf8')
const KEEPER = 'src/league/client/keep-overlay.ts'
const VIEWERS = ['src/site/client/main.ts', KEEPER]
const PRODUCERS = ['src/league/client/producer-overlay.ts', KEEPER]
const WORKER = 'src/league/client/overlay-worker.ts'

const endpoint = endpointsOf<Person>('league')
const params = z.object({ id: z.uuid() })
const key = z.string().max(200)

/** The transparent page for OBS: with the producer's key at once, without it as viewers may see it. */
export const overlayEndpoints = (p: Platform, barePage: BarePage): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/overlay/matches/:id',
    right: 'public',
    summary: 'A match laid over a picture: `key` shows rulings at once, `show` only one of its parts',
    params,
    query: z.object({ key: key.optional(), show: z.enum(['bug', 'third']).optional() }),
    handle: ({ params: { id }, query }) => overlay(p, barePage, id, query),
  }),
  endpoint({
    method: 'GET',
    path: '/overlay/matches/:id/state',
    right: 'public',
    summary: 'What the producer’s overlay shows now, for its key',
    params,
    query: z.object({ key }),
    handle: async ({ params: { id }, query, request }) => {
      await requireKey(p, id, query.key)
      return stateResponse(request, await producersHtml(p, id))
    },
  }),
  endpoint({
    method: 'GET',
    path: '/overlay/worker.js',
    right: 'public',
    summary: 'Keeps an overlay for when the server starts later than the picture',
    handle: ({ request }) => assetsDoor(request, basename(asset(WORKER))),
  }),
]

const absent = (): Refusal =>
  new Refusal('not-found', 'There is no such match, or it has not been announced.')

async function overlay(
  p: Platform,
  barePage: BarePage,
  id: string,
  given: { key?: string | undefined; show?: string | undefined },
): Promise<Response> {
  const match = await findMatchBrief(p, id)
  if (!match || match.draft) throw absent()
  const title = match.sides.map(({ name }) => name).join(' vs. ')
  const shows = given.show ? `shows-${given.show}` : ''
  if (given.key === undefined) {
    const body = html`<main class="${shows}">${region(`match:${match.id}/overlay`)}</main>${region('site/brand')}`
    return barePage({ title, body, css: CSS, scripts: VIEWERS })
  }
  await requireKey(p, id, given.key)
  const state = `${viewersOverlayPath(match)}/state?key=${encodeURIComponent(given.key)}`
  const body = html`<main class="${shows}" data-state="${state}">${await producersHtml(p, id)}</main>`
  return barePage({ title, body, css: CSS, scripts: PRODUCERS })
}

async function requireKey(p: Platform, id: string, given: string): Promise<void> {
  const match = await findMatchBrief(p, id)
  if (!match || match.draft) throw absent()
  if (!isOverlayKey(match, given))
    throw new Refusal('forbidden', 'This key does not open the overlay. Copy its address from the console.')
}

async function producersHtml(p: Platform, id: string): Promise<Html> {
  const reading = new RecordedReading(p, p.clock.now())
  const match = await readMatchForProducer(reading, id)
  if (!match) throw absent()
  return overlayHtml(match, await brandClock(reading))
}

function stateResponse(request: Request, state: Html): Response {
  const body = state.toString()
  const etag = `"${hashOf(body)}"`
  const headers = { etag, 'cache-control': 'no-store' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}
