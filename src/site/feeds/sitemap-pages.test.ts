import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSite, type TestSite } from '../../../test/support/test-site.ts'
import { createMatch, createSeason, createSide, setRoster } from '../../league/public.ts'
import { createEvent, liveModule, NewEvent } from '../../live/public.ts'
import { SYSTEM } from '../../people/public.ts'
import { siteModule } from '../public.ts'
import { updateModules } from '../update-modules.ts'

let site: TestSite

beforeAll(async () => {
  site = await testSite((p) => [liveModule(p), siteModule(p)], { PUBLIC_URL: 'https://paper.example' })
})
afterAll(() => site.close())

const anEvent = (slug: string, draft: boolean) =>
  NewEvent.parse({
    title: 'A match',
    slug,
    draft,
    start: { at: new Date(Date.now() + 3_600_000).toISOString(), zone: 'America/New_York' },
  })

test('every event that is announced is in the sitemap as soon as it is, and no draft', async () => {
  expect((await site.page('/sitemap.xml')).text).toContain('https://paper.example/sitemaps/live.xml')
  expect((await site.page('/sitemaps/live.xml')).text).toContain('<loc>https://paper.example/events</loc>')
  await createEvent(site.p, SYSTEM, anEvent('shown', false))
  await createEvent(site.p, SYSTEM, anEvent('hidden', true))
  const { text } = await site.page('/sitemaps/live.xml')
  expect(text).toContain('<loc>https://paper.example/events/shown</loc>')
  expect(text).not.toContain('hidden')
})

test('seasons and matches are in the sitemap, and no match that is a draft', async () => {
  const season = await createSeason(site.p, SYSTEM, { name: 'Season 4' })
  const sides = await Promise.all(
    ['Tin Whistles', 'Late Shift'].map((name) => createSide(site.p, SYSTEM, { name, short: name[0] ?? '' })),
  )
  for (const { id } of sides) await setRoster(site.p, SYSTEM, season.id, id, { players: [] })
  const [a = '', b = ''] = sides.map(({ id }) => id)
  const start = { at: new Date().toISOString(), zone: 'UTC' }
  const match = { seasonId: season.id, sides: [a, b] as [string, string], start }
  await createMatch(site.p, SYSTEM, { ...match, slug: 'announced' })
  await createMatch(site.p, SYSTEM, { ...match, slug: 'secret', draft: true })
  const { text } = await site.page('/sitemaps/league.xml')
  expect(text).toContain('<loc>https://paper.example/seasons/season-4</loc>')
  expect(text).toContain('<loc>https://paper.example/matches/announced</loc>')
  expect(text).not.toContain('secret')
})

test('a module that is turned off has no file', async () => {
  await updateModules(site.p, SYSTEM, 0, { live: false, league: true, shop: true, promos: true })
  expect((await site.page('/sitemap.xml')).text).not.toContain('live.xml')
  expect((await site.page('/sitemaps/live.xml')).status).toBe(404)
})
