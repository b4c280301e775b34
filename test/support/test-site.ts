import { Hono } from 'hono'
import type { Person, Role } from '../../src/people/public.ts'
import { requireAtDoor } from '../../src/people/public.ts'
import { mountEndpoints } from '../../src/platform/http/mount-endpoints.ts'
import { PageMaker } from '../../src/platform/http/page-door.ts'
import { problemResponse } from '../../src/platform/http/problem.ts'
import type { PersonalPage } from '../../src/platform/http/page.ts'
import type { Module } from '../../src/platform/module.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { siteShell } from '../../src/site/public.ts'
import { personalPage } from '../../src/wiring.ts'
import { testPlatform } from './test-platform.ts'

export interface SitePage {
  status: number
  headers: Record<string, string>
  text: string
}

export interface TestSite {
  p: Platform
  /** A page as readers get it, after everything committed so far. */
  page(path: string): Promise<SitePage>
  /** What a push of this region would carry now. */
  region(key: string): Promise<string | null>
  /** A door of the modules, as somebody of this role; `null`: nobody. */
  door(role: Role | null, method: string, path: string, body?: unknown, revision?: number): Promise<Response>
  close(): Promise<void>
}

/** The pages, regions and doors of some modules in process, in the site's shell, on a database of their own. */
export async function testSite(
  modules: (p: Platform, personal: PersonalPage) => Module<Person>[],
  environment: Record<string, string> = {},
): Promise<TestSite> {
  const platform = await testPlatform(environment)
  const { p } = platform
  const mounted = modules(p, personalPage(p))
  for (const module of mounted) {
    p.regionKinds.add(module.regions ?? {})
    if (module.cards) p.cards.add(module.name, module.cards)
    if (module.jobs) p.jobs.handle(module.jobs)
  }
  const maker = new PageMaker(
    mounted.flatMap(({ pages }) => pages ?? []),
    siteShell(p),
  )
  p.servePages(maker.make)
  const app = doors(p, mounted)
  return {
    p,
    page: async (path) => {
      await p.tail.sync()
      const url = new URL(path, 'http://site.invalid')
      const key = maker.keyOf(url.pathname, url.searchParams) ?? url.pathname
      const { status, headers, identity } = await p.pages.get(key, 'identity')
      return { status, headers, text: identity.toString() }
    },
    region: async (key) => {
      await p.tail.sync()
      return (await p.regions.get(key)).value.html
    },
    door: async (role, method, path, body, revision) =>
      app.request(path, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(role && { 'x-role': role }),
          ...(revision !== undefined && { 'if-match': `"${revision}"` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    close: () => platform.close(),
  }
}

function doors(p: Platform, modules: Module<Person>[]): Hono {
  const app = new Hono()
  app.onError((error) =>
    problemResponse(error, (unexpected) => {
      throw unexpected
    }),
  )
  mountEndpoints(
    app,
    modules.flatMap(({ endpoints }) => endpoints ?? []),
    {
      source: p,
      identify: (request) => Promise.resolve(somebody(request.headers.get('x-role') as Role | null)),
      requireRight: requireAtDoor,
      requireModule: () => Promise.resolve(),
      originAllowed: () => true,
      afterWrite: () => p.tail.sync(),
    },
  )
  return app
}

const somebody = (role: Role | null): Person => ({
  id: null,
  kind: role ? 'person' : 'nobody',
  name: role ?? 'Nobody',
  role,
  scope: null,
})
