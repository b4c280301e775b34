import { afterAll, beforeAll, expect, test } from 'vitest'
import { notesSite, type NotesSite } from '../../../test/support/notes-site.ts'
import { StreamReader } from '../../../test/support/stream-reader.ts'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { html } from '../html.ts'
import { Derived } from './derived.ts'
import { PageCache, type PageSkeleton } from './page-cache.ts'
import { region, type RenderedRegion } from './regions.ts'

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

test('a region that changes faster than it can be made is right on open pages once it rests', async () => {
  await site.set('busy', '0')
  const reader = await StreamReader.open(site.origin, 'regions=note:busy~')
  await reader.until(({ shows }) => shows.get('note:busy') === '<p>0</p>')
  let changes = 1
  site.whileReading = async () => {
    if (changes >= 30) return
    await site.set('busy', String(++changes))
    await platform.p.tail.sync()
  }
  await site.set('busy', '1')
  await reader.until(({ shows }) => shows.get('note:busy') === '<p>30</p>')
  site.whileReading = null
  reader.close()
})

test('a position that nobody ever gave out keeps no reader waiting', async () => {
  await site.set('since', 'here')
  const { epoch, id } = platform.p.tail.position
  const reader = await StreamReader.open(site.origin, `regions=note:since~&since=${epoch}.${id + 1_000_000}`)
  await reader.until(({ shows }) => shows.get('note:since') === '<p>here</p>')
  reader.close()
})

test('a change that is known a moment before its instant shows at its instant', async () => {
  const { p } = platform
  let at = Infinity
  p.regionKinds.add({
    'bell/now': (reading) => {
      reading.topic('bell')
      reading.until(new Date(at))
      return Promise.resolve(html`${reading.now.getTime() >= at ? 'rung' : 'silent'}`)
    },
  })
  const reader = await StreamReader.open(site.origin, 'regions=bell/now~')
  await reader.until(({ shows }) => shows.get('bell/now') === 'silent')
  // What a process with a clock that is ahead would write: nothing tells of the instant once more.
  at = p.clock.now().getTime() + 300
  await p.write(async (w) => w.touch('bell'))
  await reader.until(({ shows }) => shows.get('bell/now') === 'rung')
  reader.close()
})

test('a page whose part had to make room is not served on: nobody would tell it of a change', async () => {
  const { p } = platform
  const texts = new Map([['small', 'before']])
  const common = { source: p, clock: p.clock, tail: p.tail }
  const regions = new Derived<RenderedRegion>({
    ...common,
    make: (key, reading) => {
      reading.topic(key)
      const text = texts.get(key) ?? ''
      return Promise.resolve({ html: text, hash: text })
    },
    bytesOf: () => 1000,
    maxBytes: 2000,
  })
  const skeletons = new Derived<PageSkeleton>({
    ...common,
    make: () => Promise.resolve({ status: 200, headers: {}, markup: region('small').toString() }),
    bytesOf: () => 0,
    maxBytes: 1_000_000,
  })
  const pages = new PageCache(skeletons, regions, 1_000_000)
  await pages.get('/page', 'identity')
  expect(pages.peek('/page', 'identity', p.clock.nowMs())).toBeDefined()
  await regions.get('large')
  texts.set('small', 'after')
  skeletons.drop(['small'])
  regions.drop(['small'])
  expect(pages.peek('/page', 'identity', p.clock.nowMs())).toBeUndefined()
  expect((await pages.get('/page', 'identity')).identity.toString()).toContain('after')
})
