import { afterAll, beforeAll, expect, test } from 'vitest'
import { notesSite, type NotesSite } from '../../../test/support/notes-site.ts'
import { StreamReader } from '../../../test/support/stream-reader.ts'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'

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

const page = async (
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; response: Response }> => {
  const response = await fetch(site.origin + path, { headers })
  return { status: response.status, text: await response.text(), response }
}
const hashIn = (text: string, key: string): string =>
  new RegExp(`data-region="${key}" data-hash="([^"]*)"`).exec(text)?.[1] ?? ''
const positionIn = (text: string): string => /<i>(.*?)<\/i>/.exec(text)?.[1] ?? ''
const watch = (text: string, key: string): Promise<StreamReader> =>
  StreamReader.open(site.origin, `regions=${key}~${hashIn(text, key)}&since=${positionIn(text)}`)

test('a change reaches an open page as the whole region, and the next page shows it', async () => {
  await site.set('a', 'first')
  const { text } = await page('/notes/a')
  expect(text).toContain('<p>first</p>')
  const reader = await watch(text, 'note:a')
  await site.set('a', 'second')
  await reader.until(({ shows }) => shows.get('note:a') === '<p>second</p>')
  expect((await page('/notes/a')).text).toContain('<p>second</p>')
  reader.close()
})

test('a page rendered before a change and connected after it is told what it missed', async () => {
  await site.set('b', 'old')
  const { text } = await page('/notes/b')
  await site.set('b', 'new')
  const reader = await watch(text, 'note:b')
  await reader.until(({ shows }) => shows.get('note:b') === '<p>new</p>')
  reader.close()
})

test('a page that shows what is true is sent nothing', async () => {
  await site.set('c', 'true')
  const { text } = await page('/notes/c')
  const reader = await watch(text, 'note:c')
  await site.set('other', 'x')
  await platform.p.tail.sync()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(reader.heard.map(({ name }) => name)).toEqual(['hello'])
  reader.close()
})

test('a change back to what was sent before still reaches whoever saw what was between', async () => {
  await site.set('flip', 'one')
  const first = await watch((await page('/notes/flip')).text, 'note:flip')
  await site.set('flip', 'two')
  await first.until(({ shows }) => shows.get('note:flip') === '<p>two</p>')
  await site.set('flip', 'three')
  await first.until(({ shows }) => shows.get('note:flip') === '<p>three</p>')
  const second = await StreamReader.open(
    site.origin,
    `regions=note:flip~${hashIn((await page('/notes/flip')).text, 'note:flip')}`,
  )
  await site.set('flip', 'two')
  for (const reader of [first, second]) {
    await reader.until(({ shows }) => shows.get('note:flip') === '<p>two</p>')
    reader.close()
  }
})

test('a region that nothing stands under yet appears when it is written', async () => {
  const { text } = await page('/notes/later')
  expect(text).toContain('data-region="note:later" data-hash="gone"></div>')
  const reader = await watch(text, 'note:later')
  await site.set('later', 'here')
  await reader.until(({ shows }) => shows.get('note:later') === '<p>here</p>')
  reader.close()
})

test('a change that comes while its page is being rendered is never lost from the cache', async () => {
  for (let i = 0; i < 300; i++) {
    await site.set(`race-${i}`, 'before')
    await platform.p.tail.sync()
    let changed = false
    site.whileReading = async () => {
      if (changed) return
      changed = true
      await site.set(`race-${i}`, 'meanwhile')
    }
    await page(`/notes/race-${i}`)
    site.whileReading = null
    await platform.p.tail.sync()
    expect(changed).toBe(true)
    expect((await page(`/notes/race-${i}`)).text).toContain('meanwhile')
  }
}, 60_000)

test('held pages answer with an entity tag, compressed as asked, and 304 when nothing changed', async () => {
  await site.set('tag', 'tagged')
  const { response } = await page('/notes/tag', { 'accept-encoding': 'br' })
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.has('surrogate-key')).toBe(false)
  const toCache = await page('/notes/tag', { 'surrogate-capability': 'edge="Surrogate/1.0"' })
  expect(toCache.response.headers.get('surrogate-key')).toContain('note:tag')
  const again = await page('/notes/tag', {
    'accept-encoding': 'br',
    'if-none-match': response.headers.get('etag') ?? '',
  })
  expect([again.status, again.text]).toEqual([304, ''])
})

test('parameters that a page does not know are not part of its address', async () => {
  await site.set('query', 'x')
  await page('/notes/query?utm_source=a')
  const { made } = platform.p.skeletons
  await page('/notes/query?utm_source=b')
  expect(platform.p.skeletons.made).toBe(made)
})

test.each([
  ['/%E0%A4%A', 400],
  ['/notes/%00', 400],
  ['/notes/a%2F..%2Fb', 404],
])('the address %s answers %i', async (path, status) => {
  expect((await page(path)).status).toBe(status)
})

test.each([
  'regions=note:a~x&since=nonsense',
  `regions=${Array.from({ length: 121 }, (_, i) => `note:${i}~`).join(',')}`,
])('a stream with wrong parameters is refused: %#', async (query) => {
  const { status, response } = await page(`/live?${query}`)
  expect([status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
})

test('keys that no module knows, and keys that are no keys, are left out of a stream', async () => {
  const reader = await StreamReader.open(site.origin, 'regions=secret:1~x,../../etc~y,note:a~z')
  await reader.until(({ shows }) => shows.has('note:a'))
  expect([...reader.shows.keys()]).toEqual(['note:a'])
  reader.close()
})

test('who reads is counted once, at addresses that a page could have; who only looks is not', async () => {
  const { hub } = platform.p
  const regions = 'regions=note:a~none'
  const before = hub.presence().readers
  const at = ['/notes/a', '/notes/a', '//evil.example', '/studio', '/no/such/page'].map(encodeURIComponent)
  const reading = await StreamReader.open(site.origin, `${regions}&at=${at.join('&at=')}`)
  const looking = await StreamReader.open(site.origin, regions)
  await expect.poll(() => hub.presence().readers).toBe(before + 1)
  expect(Object.fromEntries(hub.presence().places)).toEqual({ '/notes/a': 1 })
  reading.close()
  looking.close()
})
