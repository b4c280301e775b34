import { afterAll, beforeAll, expect, test } from 'vitest'
import { notesSite, type NotesSite } from '../../../test/support/notes-site.ts'
import { StreamReader } from '../../../test/support/stream-reader.ts'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { html } from '../html.ts'
import { composeOnce } from './compose-once.ts'
import { region } from './regions.ts'

let platform: TestPlatform
let site: NotesSite

beforeAll(async () => {
  platform = await testPlatform()
  site = await notesSite(platform.p)
  platform.p.regionKinds.add({
    'frame:*/body': (reading, id) => {
      reading.topic(`frame:${id}`)
      return Promise.resolve(html`<b>around</b>${region(`note:${id}`)}`)
    },
    'mirror:*': (_, id) => Promise.resolve(html`<i>${region(`mirror:${id}`)}</i>`),
  })
})
afterAll(async () => {
  platform.p.hub.drain()
  await site.close()
  await platform.close()
})

const whole = (key: string): Promise<string> => composeOnce(platform.p.regions, region(key).toString())

test('a region within a region stands in the page with a hash of its own', async () => {
  await site.set('in', 'first')
  expect(await whole('frame:in/body')).toMatch(
    /^<div data-region="frame:in\/body" data-hash="[\w-]{11}"><b>around<\/b><div data-region="note:in" data-hash="[\w-]{11}"><p>first<\/p><\/div><\/div>$/,
  )
})

test('a change of the inner region sends the inner one alone', async () => {
  await site.set('alone', 'first')
  const reader = await StreamReader.open(site.origin, 'regions=frame:alone/body~,note:alone~')
  await reader.until(({ shows }) => shows.get('note:alone') === '<p>first</p>')
  const before = reader.heard.length
  await site.set('alone', 'second')
  await reader.until(({ shows }) => shows.get('note:alone') === '<p>second</p>')
  expect(reader.heard.slice(before).map(({ name }) => name)).toEqual(['region'])
  reader.close()
})

test('a push of the outer region brings the inner one as it is now', async () => {
  await site.set('both', 'now')
  const reader = await StreamReader.open(site.origin, 'regions=frame:both/body~')
  await reader.until(({ shows }) => shows.get('frame:both/body')?.includes('<p>now</p>') === true)
  reader.close()
})

test('a region that places itself stands in the page once', async () => {
  expect(await whole('mirror:x')).toMatch(
    /^<div data-region="mirror:x" data-hash="[\w-]{11}"><i><\/i><\/div>$/,
  )
})
