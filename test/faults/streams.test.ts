import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../src/platform/db/database.ts'
import { fetchPage, regionsOf } from '../support/following-reader.ts'
import { notesSite, type NotesSite } from '../support/notes-site.ts'
import { StreamReader } from '../support/stream-reader.ts'
import { testPlatform, type TestPlatform } from '../support/test-platform.ts'

const LARGE = 'x'.repeat(300_000)

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

interface Rendered {
  hash: string
  position: string
}

async function render(id: string): Promise<Rendered> {
  const { markup } = await fetchPage(`${site.origin}/notes/${id}`)
  return {
    hash: regionsOf(markup).get(`note:${id}`) ?? '',
    position: /<i>(.*?)<\/i>/.exec(markup)?.[1] ?? '',
  }
}

const follow = (id: string, { hash, position }: Rendered): Promise<StreamReader> =>
  StreamReader.open(site.origin, `regions=note:${id}~${hash}&since=${position}`)

async function rawStream(id: string): Promise<Socket> {
  const { port } = new URL(site.origin)
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET /live?regions=note:${id}~none HTTP/1.1\r\nhost: x\r\n\r\n`)
  await once(socket, 'data')
  return socket
}

const shows = (id: string, text: string) => (reader: StreamReader) =>
  reader.shows.get(`note:${id}`) === `<p>${text}</p>`

test('a reader that stops reading is dropped, and the others are not slowed', async () => {
  await site.set('slow', 'first')
  const { p } = platform
  const lively = await follow('slow', await render('slow'))
  const stuck = await rawStream('slow')
  stuck.on('error', () => undefined)
  stuck.pause()
  const dropped = p.hub.dropped
  const waits: number[] = []
  for (let i = 0; p.hub.dropped === dropped && i < 100; i++) {
    const from = performance.now()
    await site.set('slow', `${LARGE}${i}`)
    await lively.until(shows('slow', `${LARGE}${i}`))
    waits.push(performance.now() - from)
  }
  expect(p.hub.dropped).toBe(dropped + 1)
  expect(Math.max(...waits)).toBeLessThan(2000)
  expect(p.hub.listening).toBe(1)
  lively.close()
  stuck.destroy()
  await expect.poll(() => p.hub.listening).toBe(0)
})

test('a reader that closes its half, or whose machine resets the connection, is let go', async () => {
  const { p } = platform
  await site.set('half', 'first')
  const halfClosed = await rawStream('half')
  const reset = await rawStream('half')
  await expect.poll(() => p.hub.listening).toBe(2)
  reset.resetAndDestroy()
  await expect.poll(() => p.hub.listening).toBe(1)
  halfClosed.end()
  await sleep(50)
  halfClosed.destroy()
  await expect.poll(() => p.hub.listening).toBe(0)
})

test('rendered after any of twelve changes and connected after any later one, every reader ends with the same', async () => {
  const CHANGES = 12
  const readers: StreamReader[] = []
  const pages: Rendered[] = []
  await site.set('offset', 'change 0')
  for (let change = 1; change <= CHANGES; change++) {
    await platform.p.tail.sync()
    pages.push(await render('offset'))
    for (const page of pages) readers.push(await follow('offset', page))
    await site.set('offset', `change ${change}`)
  }
  expect(readers).toHaveLength((CHANGES * (CHANGES + 1)) / 2)
  for (const reader of readers) {
    await reader.until(shows('offset', `change ${CHANGES}`))
    reader.close()
  }
})

test('readers that come in the midst of a publishing storm all end with what a fresh page shows', async () => {
  const CHANGES = 400
  await site.set('storm', 'change 0')
  let over = false
  const storm = (async () => {
    for (let change = 1; change <= CHANGES; change++) await site.set('storm', `change ${change}`)
    over = true
  })()
  const came: { page: Rendered; reader: StreamReader }[] = []
  while (!over) {
    const page = await render('storm')
    await sleep(Math.random() * 10)
    came.push({ page, reader: await follow('storm', page) })
  }
  await storm
  await platform.p.tail.sync()
  const { hash } = await render('storm')
  expect(came.length).toBeGreaterThan(20)
  for (const { page, reader } of came) {
    await reader.until(({ heard }) => lastHash(heard, page.hash) === hash)
    reader.close()
  }
})

const lastHash = (heard: StreamReader['heard'], rendered: string): string =>
  heard.flatMap((event) => (event.name === 'region' ? [event.data.hash] : [])).at(-1) ?? rendered

test('positions never go back on one stream, and no region is sent twice alike', async () => {
  await site.set('order', 'change 0')
  const reader = await follow('order', await render('order'))
  for (let change = 1; change <= 100; change++) await site.set('order', `change ${change}`)
  await reader.until(shows('order', 'change 100'))
  const sent = reader.heard.flatMap((event) => (event.name === 'region' ? [event.data] : []))
  const ids = sent.map(({ at }) => Number(at.split('.')[1]))
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  const hashes = sent.map(({ hash }) => hash)
  expect(new Set(hashes).size).toBe(hashes.length)
  reader.close()
})

test('a restore under open pages brings them what was restored', async () => {
  const { p } = platform
  await site.set('restored', 'before the restore')
  const reader = await follow('restored', await render('restored'))
  // As a restore does it: rows change without a word in the log, and the epoch is another.
  await sql`update notes set text = 'as of the backup' where id = 'restored'`.execute(p.q)
  await sql`update installation set epoch = 'restored'`.execute(p.q)
  p.tail.wake()
  await reader.until(shows('restored', 'as of the backup'))
  const late = await follow('restored', await render('restored'))
  await site.set('restored', 'after the restore')
  for (const open of [reader, late]) {
    await open.until(shows('restored', 'after the restore'))
    open.close()
  }
})
