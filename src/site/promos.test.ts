import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { NOBODY, SYSTEM } from '../people/public.ts'
import { wallOf } from '../platform/wall-clock.ts'
import { createPromo } from './create-promo.ts'
import { deletePromo } from './delete-promo.ts'
import { pausePromo } from './pause-promo.ts'
import { siteModule } from './site-module.ts'
import type { PromoInput } from './wire.ts'

const ZONE = 'America/New_York'
let site: TestSite
beforeAll(async () => {
  site = await testSite((p) => [siteModule(p)])
})
afterAll(() => site.close())

const wall = (seconds: number): string =>
  wallOf(new Date(site.p.clock.now().getTime() + seconds * 1000), ZONE)
const promo = (
  title: string,
  from: number,
  until: number | null,
  more: Partial<PromoInput> = {},
): PromoInput => ({
  title,
  text: 'T-Shirts, Hoodies, Hats',
  action: { label: 'Shop now', url: '/spring-collection' },
  zone: ZONE,
  from: wall(from),
  until: until === null ? null : wall(until),
  priority: 10,
  ...more,
})

test('a promo shows while its window is open, goes when it is paused, and comes back', async () => {
  const { id } = await createPromo(site.p, SYSTEM, promo('Spring <Collection>', -60, 600))
  expect(await site.region('promos')).toContain('<b>Spring &lt;Collection&gt;</b>')
  await pausePromo(site.p, SYSTEM, id, true)
  expect(await site.region('promos')).toBeNull()
  await pausePromo(site.p, SYSTEM, id, false)
  expect((await site.page('/')).text).toContain('Shop now')
  await deletePromo(site.p, SYSTEM, id)
  expect(await site.region('promos')).toBeNull()
})

test('an open page is told of an announced promo ahead, hidden, with its instants; of another it is not', async () => {
  const secret = await createPromo(site.p, SYSTEM, promo('Secret drop', 300, 900))
  const known = await createPromo(site.p, SYSTEM, promo('Announced sale', 300, 900, { announced: true }))
  const html = (await site.region('promos')) ?? ''
  expect(html).not.toContain('Secret drop')
  expect(html).toMatch(/data-from="\d{13}" hidden data-until="\d{13}"/)
  expect(html).toContain('Announced sale')
  await deletePromo(site.p, SYSTEM, secret.id)
  await deletePromo(site.p, SYSTEM, known.id)
})

test('a promo appears by the clock alone, within a second of its instant', async () => {
  const { id, opensAt } = await createPromo(site.p, SYSTEM, promo('On the second', 2, 600))
  expect(await site.region('promos')).toBeNull()
  await expect.poll(() => site.region('promos'), { timeout: 5000, interval: 50 }).toContain('On the second')
  expect(site.p.clock.now().getTime() - opensAt.getTime()).toBeLessThan(1000)
  await deletePromo(site.p, SYSTEM, id)
})

test('nobody without the right changes promos', async () => {
  await expect(createPromo(site.p, NOBODY, promo('x', 0, 1))).rejects.toThrow(/Sign in/)
  expect((await site.door('writer', 'POST', '/api/v1/promos', promo('x', 0, 60))).status).toBe(403)
  expect((await site.door(null, 'GET', '/api/v1/promos')).status).toBe(401)
})

test('the doors make, change, list and delete a promo, each update based on a revision', async () => {
  const made = await site.door('shop', 'POST', '/api/v1/promos', promo('Doors', -60, 600))
  expect(made.status).toBe(201)
  const { id, revision, state } = (await made.json()) as { id: string; revision: number; state: string }
  expect(state).toBe('showing')
  const change = promo('Doors, open', -60, 600)
  const saved = await site.door('editor', 'PUT', `/api/v1/promos/${id}`, change, revision)
  expect(saved.headers.get('etag')).toBe('"2"')
  const stale = await site.door('editor', 'PUT', `/api/v1/promos/${id}`, change, revision)
  expect(stale.status).toBe(412)
  expect(((await stale.json()) as { current: { title: string } }).current.title).toBe('Doors, open')
  const list = (await (await site.door('host', 'GET', '/api/v1/promos')).json()) as {
    items: { id: string }[]
  }
  expect(list.items.map((each) => each.id)).toEqual([id])
  expect((await site.door('shop', 'DELETE', `/api/v1/promos/${id}`)).status).toBe(204)
  expect((await site.door('shop', 'GET', `/api/v1/promos/${id}`)).status).toBe(404)
})

const refused: [string, Partial<PromoInput>, number][] = [
  ['a script for a link', { action: { label: 'Go', url: 'javascript:alert(1)' } }, 400],
  ['a link that only looks like a path', { action: { label: 'Go', url: '//evil.example' } }, 400],
  ['a zone that does not exist', { zone: 'Mars/Olympus' }, 400],
  ['a date that does not exist', { from: '2026-13-40T20:00' }, 400],
  ['a thirtieth of February', { from: '2026-02-30T20:00' }, 400],
  ['an hour that daylight saving skips', { from: '2026-03-08T02:30', until: null }, 422],
  ['an end before its start', { from: '2026-05-02T20:00', until: '2026-05-01T20:00' }, 422],
  ['an empty title', { title: '   ' }, 400],
]
test.each(refused)('a promo with %s is refused with a sentence', async (_what, more, status) => {
  const answer = await site.door('owner', 'POST', '/api/v1/promos', { ...promo('Bad', 0, 60), ...more })
  expect(answer.status).toBe(status)
  expect(((await answer.json()) as { detail: string }).detail).toMatch(/\w+ .*\.$/)
})
