import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchPage, regionsOf } from '../support/following-reader.ts'
import { notesSite, type NotesSite } from '../support/notes-site.ts'
import { StreamReader } from '../support/stream-reader.ts'
import { testPlatform, type TestPlatform } from '../support/test-platform.ts'

const MEGABYTE = 1 << 20

let platform: TestPlatform
let site: NotesSite

beforeAll(async () => {
  platform = await testPlatform()
  site = await notesSite(platform.p)
})
afterAll(async () => {
  platform.p.hub.drain()
  await site.close()
  await platform.close()
})

test('of 300 changes that arrive while their pages are rendered under load none is lost from the cache', async () => {
  const PAGES = 20
  const CHANGES = 300
  const LOOPS = 24
  let over = false
  let fetched = 0
  const load = Array.from({ length: LOOPS }, async (_, loop) => {
    for (let i = loop; !over; i++) {
      const { status } = await fetchPage(`${site.origin}/notes/busy-${i % PAGES}`)
      if (status !== 200) throw new Error(`A page answered ${status}.`)
      fetched++
    }
  })
  const last = new Map<string, string>()
  for (let change = 1; change <= CHANGES; change++) {
    const id = `busy-${change % PAGES}`
    last.set(id, `change ${change}`)
    await site.set(id, `change ${change}`)
  }
  over = true
  await Promise.all(load)
  await platform.p.tail.sync()
  expect(fetched).toBeGreaterThan(CHANGES)
  for (const [id, text] of last)
    expect((await fetchPage(`${site.origin}/notes/${id}`)).markup).toContain(`<p>${text}</p>`)
})

test('2,000 changes to five pages with a hundred readers each: memory stays bounded, and all end with the same', async () => {
  const PAGES = 5
  const READERS_A_PAGE = 100
  const CHANGES = 2000
  const readers: { id: string; reader: StreamReader }[] = []
  for (let page = 0; page < PAGES; page++) {
    const id = `crowded-${page}`
    await site.set(id, 'change 0')
    for (let i = 0; i < READERS_A_PAGE; i++)
      readers.push({ id, reader: await StreamReader.open(site.origin, `regions=note:${id}~none`) })
  }
  const before = process.memoryUsage().rss
  let most = before
  for (let change = 1; change <= CHANGES; change++) {
    await site.set(`crowded-${change % PAGES}`, `change ${change} ${'x'.repeat(500)}`)
    if (change % 50 === 0) most = Math.max(most, process.memoryUsage().rss)
    // The readers of this test keep all they hear; only what they show now matters here.
    for (const { reader } of readers) reader.heard.length = 0
  }
  await platform.p.tail.sync()
  for (const { id, reader } of readers) {
    const { markup } = await fetchPage(`${site.origin}/notes/${id}`)
    const html = /<p>change [^<]*<\/p>/.exec(markup)?.[0]
    await reader.until(({ shows }) => shows.get(`note:${id}`) === html)
    reader.close()
  }
  expect(regionsOf((await fetchPage(`${site.origin}/notes/crowded-0`)).markup).size).toBe(1)
  expect((most - before) / MEGABYTE).toBeLessThan(300)
  expect(platform.p.hub.dropped).toBe(0)
})
