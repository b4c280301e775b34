import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSite, type TestSite } from '../../test/support/test-site.ts'
import { SYSTEM } from '../people/public.ts'
import { composeOnce } from '../platform/live/compose-once.ts'
import type { Platform } from '../platform/platform.ts'
import { leagueForReaders } from './for-readers.ts'
import { overlayPath } from './overlay-key.ts'
import { findMatch } from './match-store.ts'
import { revealJobs } from './reveal-results.ts'
import { ruleMatch } from './rule-match.ts'
import { setMatchReveal } from './set-match-reveal.ts'
import { smallSeason, type SmallSeason, startsIn } from './test-season.ts'
import type { NewMatch } from './wire.ts'

let site: TestSite
let season: SmallSeason

/** Without the look of the site: its body, and the regions that stand in it. */
const bare = (p: Platform) => async (content: { body: { toString(): string } }) =>
  new Response(await composeOnce(p.regions, String(content.body)))

beforeAll(async () => {
  site = await testSite((p) => [{ name: 'league', ...leagueForReaders(p, bare(p)), jobs: revealJobs(p) }], {
    PUBLIC_URL: 'https://paper.example',
  })
  season = await smallSeason(site.p)
})
afterAll(() => site.close())

const words = (markup: string | null): string =>
  (markup ?? '')
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const page = async (path: string) => words((await site.page(path)).text)
const newMatch = (given: Partial<NewMatch> = {}) => season.match(given)

test('a match is followed from its announcement to its result, and the season with it', async () => {
  const id = await newMatch({ slug: 'followed', start: startsIn(3_600_000) })
  expect(await page('/matches/followed')).toContain('Coming')
  await season.start(id)
  await season.rule(id, 1, 0, 'wrong')
  await season.rule(id, 1, 1, 'steal')
  const running = await page('/matches/followed')
  expect(running).toContain('Live Round 2 of 12')
  expect(running).toContain('Harbor City steal, Ree Sato +1')
  expect(words(await site.region(`match:${id}/card`))).toMatch(/Harbor City 1 Night Owls 0 Round 2 of 12/)
  expect(words(await site.region('league/now'))).not.toBe('')
  expect((await site.page('/seasons/season-4')).text).toContain(`data-region="match:${id}/now"`)
  await ruleMatch(site.p, SYSTEM, id, { kind: 'undo', target: (await lastFact(id))! })
  expect(words(await site.region(`match:${id}/card`))).toMatch(/Harbor City 0 Night Owls 0/)
})

const lastFact = async (id: string) => (await findMatch(site.p, id))?.log.at(-1)?.fact.id

test('a result moves the table, and a correction of it as well', async () => {
  const id = await newMatch({ slug: 'counted' })
  await season.start(id)
  await season.finish(id, 4)
  expect(await page('/matches/counted')).toContain('Final')
  expect(words(await site.region(`season:${season.id}/table`))).toMatch(/1 Harbor City 1-0-0 2 4\.0 \+4/)
  expect(words(await site.region(`season:${season.id}/players`))).toContain('1 Ree Sato Harbor City 4')
  const first = (await findMatch(site.p, id))!.log[1]!.fact.id
  await ruleMatch(site.p, SYSTEM, id, { kind: 'amend', target: first, ruling: 'wrong' })
  expect(words(await site.region(`season:${season.id}/table`))).toMatch(/1 Harbor City 1-0-0 2 3\.0 \+3/)
  expect(words(await site.region(`match:${id}/log`))).toContain('Corrected')
})

test('the calendar keeps its entries: a match that is moved has the same name and a later number', async () => {
  await newMatch({ slug: 'dated' })
  const entry = async () => {
    const { text, headers } = await site.page('/seasons/season-4.ics')
    expect(headers['content-type']).toContain('text/calendar')
    return text.replaceAll('\r\n ', '')
  }
  expect(await entry()).toMatch(/UID:match-[0-9a-f-]{36}@pressbox/)
  expect(await entry()).toContain('https://paper.example/matches/dated')
  expect((await entry()).match(/BEGIN:VEVENT/g)?.length).toBe(
    new Set((await entry()).match(/UID:[^\r\n]+/g)).size,
  )
})

test('a result that is held back is at no door of the league, and at every one from its time on', async () => {
  const id = await newMatch({ slug: 'held' })
  await setMatchReveal(site.p, SYSTEM, id, new Date(Date.now() + 3_600_000))
  await season.start(id)
  const tables = () =>
    Promise.all(['table', 'players', 'top'].map((part) => site.region(`season:${season.id}/${part}`)))
  const before = await tables()
  await season.finish(id, 11)
  const doors = async () => [
    await page('/matches/held'),
    (await site.page('/matches/held')).text,
    (await site.page('/seasons/season-4.ics')).text,
    await site.region(`match:${id}/box`),
    await site.region(`match:${id}/log`),
    await site.region(`match:${id}/players`),
    await site.region(`match:${id}/card`),
    await site.region(`match:${id}/now`),
    await site.region(`match:${id}/overlay`),
    await site.region(`season:${season.id}~1/schedule`),
    await (await site.door(null, 'GET', `/overlay/matches/${id}`)).text(),
  ]
  for (const said of await doors())
    expect(said).not.toMatch(/>11<|Harbor City 11|Harbor City win|Harbor City answer/)
  expect(await tables()).toEqual(before)
  expect(await page('/matches/held')).toContain('Result from')
  await setMatchReveal(site.p, SYSTEM, id, null)
  expect(await page('/matches/held')).toContain('Harbor City 11, Night Owls 0')
  expect(await tables()).not.toEqual(before)
  expect((await site.page('/seasons/season-4.ics')).text.replaceAll('\r\n ', '')).toContain(
    'Harbor City 11\\, Night Owls 0',
  )
})

test('the producer’s overlay shows at once what the viewers’ does not, and only for its key', async () => {
  const id = await newMatch({ slug: 'aired' })
  await setMatchReveal(site.p, SYSTEM, id, new Date(Date.now() + 3_600_000))
  await season.start(id)
  await season.rule(id, 1, 0, 'correct')
  const producers = overlayPath((await findMatch(site.p, id))!)
  const shown = await (await site.door(null, 'GET', producers)).text()
  expect(words(shown)).toContain('Harbor City answer, Ree Sato +1')
  const state = /data-state="([^"]+)"/.exec(shown)?.[1] ?? ''
  const first = await site.door(null, 'GET', state)
  expect(words(await first.text())).toContain('Ree Sato +1')
  await season.rule(id, 1, 1, 'correct')
  expect(words(await (await site.door(null, 'GET', state)).text())).toContain('Mo Vance +1')
  expect(words(await (await site.door(null, 'GET', `/overlay/matches/${id}`)).text())).not.toContain(
    'Ree Sato',
  )
  for (const path of [producers, state]) {
    expect((await site.door(null, 'GET', path.replace(/key=.*/, 'key=guessed'))).status).toBe(403)
    expect((await site.door(null, 'GET', path)).headers.get('cache-control') ?? 'no-store').toBe('no-store')
  }
  expect((await site.door(null, 'GET', state.replace(/key=.*/, 'key='))).status).toBe(403)
})

test('what has not changed is not sent again to the producer’s overlay', async () => {
  const id = await newMatch()
  const match = (await findMatch(site.p, id))!
  const state = overlayPath(match).replace('?', '/state?')
  const etag = (await site.door(null, 'GET', state)).headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  const again = await fetchWith(state, etag)
  expect([again.status, await again.text()]).toEqual([304, ''])
})

const fetchWith = async (path: string, etag: string): Promise<Response> => {
  const door = leagueForReaders(site.p, bare(site.p)).endpoints.find(({ path: at }) => at.endsWith('/state'))!
  const url = new URL(path, 'https://paper.example')
  const request = new Request(url, { headers: { 'if-none-match': etag } })
  const id = url.pathname.split('/')[3]
  return door.handle({
    params: { id },
    query: { key: url.searchParams.get('key') },
    request,
  } as never) as Promise<Response>
}

test('a match that is a draft is at no door', async () => {
  const id = await newMatch({ slug: 'secret-draft', draft: true })
  expect((await site.page('/matches/secret-draft')).status).toBe(404)
  expect(await site.region(`match:${id}/box`)).toBeNull()
  expect((await site.door(null, 'GET', `/overlay/matches/${id}`)).status).toBe(404)
  expect((await site.door(null, 'GET', overlayPath((await findMatch(site.p, id))!))).status).toBe(404)
  expect((await site.page('/seasons/season-4.ics')).text).not.toContain('secret-draft')
})

test.each([
  '/seasons/never',
  '/matches/never',
  '/seasons/never.ics',
  '/seasons/season-4?page=99',
  '/seasons/season-4?page=x',
  '/seasons/season-4?page=0',
])('%s is missing', async (path) => {
  expect((await site.page(path)).status).toBe(404)
})

test('stories may hold matches as cards, found by the names of their sides', async () => {
  const { cards } = leagueForReaders(site.p, bare(site.p))
  const id = await newMatch()
  expect((await cards.choices(site.p, 'harbor')).map((choice) => choice.id)).toContain(id)
  expect((await cards.choices(site.p, id)).map(({ title }) => title)).toEqual(['Harbor City vs. Night Owls'])
  expect([await cards.exists?.(site.p, id), await cards.exists?.(site.p, season.id)]).toEqual([true, false])
})

test('regions of what is not there are gone', async () => {
  for (const key of [
    `match:${season.id}/box`,
    'match:x/box',
    'season:x/table',
    'season:x~1/schedule',
    'event-score:x',
  ])
    expect([key, await site.region(key)]).toEqual([key, null])
})
