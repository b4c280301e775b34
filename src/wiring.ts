import { type Context, Hono } from 'hono'
import type { Server } from 'node:http'
import { z } from 'zod'
import { demoModule } from './demo/public.ts'
import { filesDoor, type FindUses, footageModule } from './footage/public.ts'
import { followEvent, leagueModule } from './league/public.ts'
import { eventsForMatches, liveModule } from './live/public.ts'
import {
  findClipUsesInStories,
  findPictureUsesInStories,
  newsroomModule,
  renderDraftPreview,
} from './newsroom/public.ts'
import {
  audit,
  authHandler,
  identify,
  originAllowed,
  peopleModule,
  type Person,
  requireAtDoor,
} from './people/public.ts'
import { assetsDoor } from './platform/http/assets.ts'
import { type Endpoint, endpointsOf } from './platform/http/endpoint.ts'
import { mountEndpoints } from './platform/http/mount-endpoints.ts'
import { openApi } from './platform/http/openapi.ts'
import type { PageRoute, PersonalPage } from './platform/http/page.ts'
import { encodingFor, PageMaker } from './platform/http/page-door.ts'
import { problemResponse, Refusal } from './platform/http/problem.ts'
import { createWebServer } from './platform/http/web-server.ts'
import { composeOnce } from './platform/live/compose-once.ts'
import { RecordedReading } from './platform/live/reading.ts'
import type { RegionPattern, RegionRenderer } from './platform/live/regions.ts'
import { mailModule } from './platform/mail/mail-api.ts'
import { healthz, metricsText, readyz } from './platform/metrics.ts'
import type { CardKind } from './platform/live/cards.ts'
import type { Module } from './platform/module.ts'
import type { Platform } from './platform/platform.ts'
import { findPictureUsesInShop, shopModule } from './shop/public.ts'
import {
  barePage,
  findClipUsesOnSite,
  findPictureUsesOnSite,
  isModuleOn,
  siteModule,
  siteShell,
} from './site/public.ts'
import { studioDoor, studioModule } from './studio/public.ts'

/** One after another: they may share one transaction's connection. */
const findPictureUses: FindUses = async (source, id) => [
  ...(await findPictureUsesInStories(source, id)),
  ...(await findPictureUsesInShop(source, id)),
  ...(await findPictureUsesOnSite(source, id)),
]

const findClipUses: FindUses = async (source, id) => [
  ...(await findClipUsesInStories(source, id)),
  ...(await findClipUsesOnSite(source, id)),
]

/** Every module of the house. */
export const modulesOf = (p: Platform): Module<Person>[] => [
  mailModule(p, (w, person, id) => audit(w, person, 'mail.send-again', `mail:${id}`)),
  peopleModule(p),
  footageModule(p, findPictureUses, findClipUses),
  newsroomModule(p),
  liveModule(p, followEvent),
  leagueModule(p, eventsForMatches, barePage(p)),
  shopModule(p, personalPage(p)),
  siteModule(p),
  studioModule(p),
  demoModule(p),
  houseModule(p),
]

/** Mounts the modules: their regions, cards, jobs, pages and endpoints, behind the doors of one web server. */
export function wire(p: Platform): Server {
  const modules = modulesOf(p)
  for (const module of modules) {
    p.regionKinds.add(regionsWhileOn(module))
    if (module.cards) p.cards.add(module.name, cardsWhileOn(module.name, module.cards))
    if (module.jobs) p.jobs.handle(module.jobs)
    if (module.repeated) p.jobs.repeat(module.repeated)
  }
  const pages = new PageMaker(modules.flatMap(pagesWhileOn), siteShell(p))
  p.servePages(pages.make)
  return createWebServer(p, pages, router(p, modules))
}

/** A module that the brand does not use is gone from every door: its pages are missing, its regions empty, its cards not offered. */
const pagesWhileOn = ({ name, pages = [] }: Module<Person>): PageRoute[] =>
  pages.map((route) => ({
    ...route,
    build: async (reading, params, query) =>
      (await isModuleOn(reading, name)) ? route.build(reading, params, query) : { kind: 'missing' },
  }))

const regionsWhileOn = ({ name, regions = {} }: Module<Person>): Record<RegionPattern, RegionRenderer> =>
  Object.fromEntries(
    Object.entries(regions).map(([pattern, render]) => [
      pattern,
      async (reading, id) => ((await isModuleOn(reading, name)) ? render(reading, id) : null),
    ]),
  )

const cardsWhileOn = (name: string, kind: CardKind): CardKind => ({
  ...kind,
  choices: async (source, text) => ((await isModuleOn(source, name)) ? kind.choices(source, text) : []),
})

/** What belongs to no single module. */
function houseModule(p: Platform): Module<Person> {
  const endpoint = endpointsOf<Person>('house')
  return {
    name: 'house',
    endpoints: [
      endpoint({
        method: 'GET',
        path: '/api/v1/cards',
        right: 'story.write',
        summary: 'What a story can show of other modules, best match first',
        handle: async ({ request }) => ({
          items: await p.cards.choices(p, new URL(request.url).searchParams.get('q') ?? ''),
        }),
      }),
      endpoint({
        method: 'GET',
        path: '/studio/preview/stories/:id',
        right: 'story.write',
        summary: 'The working version of a story, as its page will look',
        params: z.object({ id: z.uuid() }),
        handle: async ({ caller, params }) => personalPage(p)(await renderDraftPreview(p, caller, params.id)),
      }),
    ],
  }
}

/** The site's shell around a page for one person alone. */
export const personalPage =
  (p: Platform): PersonalPage =>
  async (content, status = 200) => {
    const reading = new RecordedReading(p, p.clock.now())
    const { markup, headers } = await siteShell(p).wrap(reading, content, status)
    return new Response(await composeOnce(p.regions, markup), {
      status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  }

/** Every door but those of pages, streams and what is held. */
export function router(p: Platform, modules: Module<Person>[]): Hono {
  const app = new Hono()
  const endpoints: Endpoint<Person>[] = modules.flatMap((module) => [...(module.endpoints ?? [])])
  mountEndpoints(app, endpoints, {
    source: p,
    identify: (request) => identify(p, request),
    requireRight: requireAtDoor,
    originAllowed: (request) => originAllowed(request, p.config.PUBLIC_URL),
    // The change is committed: that the log cannot be looked at just now does not undo it.
    afterWrite: () => p.tail.settled().catch((error: unknown) => p.log.warn({ error }, 'log')),
    requireModule: async (name) => {
      if (!(await isModuleOn(p, name)))
        throw new Refusal(
          'not-found',
          `The module "${name}" is turned off. An owner can turn it on in the settings.`,
        )
    },
  })
  app.get('/api/openapi.json', (c) => c.json(openApi('Pressbox', endpoints)))
  app.on(['GET', 'POST'], '/api/auth/*', (c) => authHandler(p)(c.req.raw))
  app.get('/healthz', () => healthz())
  app.get('/readyz', () => readyz(p))
  app.get('/metrics', () => metricsText(p))
  app.get('/assets/:name', (c) => assetsDoor(c.req.raw, c.req.param('name')))
  app.get('/files/:sha/:name', (c) => filesDoor(p)(c.req.raw, c.req.param('sha'), c.req.param('name')))
  studioDoor(p, app)
  app.notFound((c) => absentPage(p, c))
  app.onError((error) =>
    problemResponse(error, (unexpected) => p.log.error({ error: unexpected }, 'request failed')),
  )
  return app
}

/** Addresses that no page has: what became of them, as a page for readers and as a problem for programs. */
async function absentPage(p: Platform, c: Context): Promise<Response> {
  const { pathname } = new URL(c.req.url)
  if (pathname.startsWith('/api/'))
    throw new Refusal(
      'not-found',
      `There is nothing at ${pathname}. See /api/openapi.json for what there is.`,
    )
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    throw new Refusal('not-found', `${c.req.method} ${pathname} is not a door of this site.`)
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const page = await p.pages.get(pathname, encoding)
  const body = page.bodies[encoding] ?? page.identity
  const headers = new Headers({ ...page.headers, etag: page.etag, vary: 'accept-encoding' })
  if (body !== page.identity) headers.set('content-encoding', encoding)
  return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { status: page.status, headers })
}
