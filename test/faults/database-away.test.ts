import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { startPostgres } from '../../src/platform/db/postgres-server.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { RunningSite } from '../support/running-site.ts'

const ABSENCE_MS = 3000
/** From the return of the database on. */
const WELL_WITHIN_MS = 5000
const PAGE_LOOPS = 8

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Answer {
  status: number
  headers: Headers
  detail: string
}

interface Load {
  pages: number[]
  writes: Answer[]
  stop(): Promise<void>
}

/** Readers of held pages and a writer, one request after the other, until stopped. */
function loadOn(site: RunningSite, desk: Desk, paths: string[]): Load {
  let over = false
  const load: Load = { pages: [], writes: [], stop: () => Promise.resolve() }
  const read = async (): Promise<void> => {
    for (let i = 0; !over; i++) {
      load.pages.push((await fetchPage(site.url + paths[i % paths.length])).status)
      await sleep(5)
    }
  }
  const write = async (): Promise<void> => {
    while (!over) {
      const answer = await desk.ask('POST', '/api/v1/desk/stories', { body: { headline: 'Under load' } })
      const { detail = '' } = (await answer.json()) as { detail?: string }
      load.writes.push({ status: answer.status, headers: answer.headers, detail })
      await sleep(20)
    }
  }
  const running = [...Array.from({ length: PAGE_LOOPS }, read), write(), write()]
  load.stop = async () => {
    over = true
    await Promise.all(running)
  }
  return load
}

async function whatIsWrong(
  site: RunningSite,
  desk: Desk,
  reader: FollowingReader,
  headline: string,
): Promise<string | null> {
  try {
    await desk.publishNew(headline)
    const { status, markup } = await fetchPage(`${site.url}/`)
    if (!markup.includes(headline)) return `the front page (${status}) lacks the story`
    const stale = await reader.stale()
    return stale.length === 0 ? null : `an open page shows an older ${stale.join(', ')}`
  } catch (error) {
    return String(error)
  }
}

/** Resolves with the time that it took until a story can be published, is served, and reaches an open page. */
async function timeUntilWell(site: RunningSite, desk: Desk, reader: FollowingReader): Promise<number> {
  const from = performance.now()
  for (;;) {
    const headline = `Well again ${performance.now()}`
    const problem = await whatIsWrong(site, desk, reader, headline)
    if (problem === null) return performance.now() - from
    if (performance.now() - from > 4 * WELL_WITHIN_MS)
      throw new Error(`It did not become well again: ${problem}\n${site.output}`)
    await sleep(50)
  }
}

test('while PostgreSQL is away held pages are served and writes get 503 with Retry-After; all is well soon after its return', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pressbox-away-'))
  chmodSync(dataDir, 0o711)
  closing.push(() => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })))
  let postgres = await startPostgres({ dataDir, durable: false })
  closing.push(() => postgres.stop())
  const site = await RunningSite.start({ script: 'src/main.ts', environment: { DATABASE_URL: postgres.url } })
  closing.push(() => site.remove())
  const desk = await Desk.open(site)
  const { published } = await desk.publishNew('A story before')
  const paths = ['/', published?.path ?? '']
  for (const path of paths) await fetchPage(site.url + path)
  const reader = await FollowingReader.open(site, '/')
  closing.push(() => reader.close())

  const load = loadOn(site, desk, paths)
  await sleep(300)
  await postgres.stop()
  const writesBefore = load.writes.length
  await sleep(ABSENCE_MS)
  const during = load.writes.slice(writesBefore + 2)
  postgres = await startPostgres({ dataDir, durable: false })
  const wellAfter = await timeUntilWell(site, desk, reader)
  await load.stop()

  expect(load.pages.length).toBeGreaterThan(100)
  expect(load.pages.filter((status) => status !== 200)).toEqual([])
  expect(during.length).toBeGreaterThan(2)
  expect(new Set(during.map(({ status }) => status))).toEqual(new Set([503]))
  for (const { headers, detail } of during) {
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(detail).toContain('try again')
  }
  expect(wellAfter).toBeLessThan(WELL_WITHIN_MS)
})

test('its own database, killed under load, is brought back without a hand', async () => {
  const site = await RunningSite.start({ script: 'src/main.ts' })
  closing.push(() => site.remove())
  const desk = await Desk.open(site)
  await desk.publishNew('A story before')
  const reader = await FollowingReader.open(site, '/')
  closing.push(() => reader.close())
  const load = loadOn(site, desk, ['/'])
  await sleep(200)
  const pidFile = readFileSync(join(site.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL')
  const wellAfter = await timeUntilWell(site, desk, reader)
  await load.stop()
  expect(wellAfter).toBeLessThan(WELL_WITHIN_MS)
  expect(load.pages.filter((status) => status !== 200)).toEqual([])
  expect(load.writes.filter(({ status }) => status !== 201 && status !== 503)).toEqual([])
})
