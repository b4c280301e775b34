import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { RunningSite } from '../support/running-site.ts'

const READERS = 6
let site: RunningSite
let desk: Desk
let readers: FollowingReader[]
beforeAll(async () => {
  site = await RunningSite.start({ script: 'src/main.ts', environment: { WORKERS: '2' } })
  desk = await Desk.open(site)
  readers = []
  for (let i = 0; i < READERS; i++) readers.push(await FollowingReader.open(site, '/'))
})
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()))
  await site.remove()
})

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

const isWorker = (pid: number): boolean => /main\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))

const workerPids = (): number[] => childrenOf(site.pid).filter(isWorker)

/** By a connection of its own, so that the workers take turns. */
const metricsOnce = (): Promise<string> =>
  new Promise((resolve, reject) => {
    get(`${site.url}/metrics`, { agent: false }, (response) => resolve(text(response))).on('error', reject)
  })

/** How many streams each worker holds, by what they answer in turn. */
async function streamsByWorker(): Promise<number[]> {
  const held = new Map<string, number>()
  for (let i = 0; i < 8; i++) {
    const metrics = await metricsOnce()
    const started = /^process_start_time_seconds (\S+)$/m.exec(metrics)?.[1] ?? ''
    held.set(started, Number(/^pressbox_readers (\d+)$/m.exec(metrics)?.[1]))
  }
  return [...held.values()]
}

test('two workers share the readers of one port, and one ready line is printed', async () => {
  expect(workerPids()).toHaveLength(2)
  await expect.poll(streamsByWorker, { timeout: 10_000 }).toHaveLength(2)
  const held = await streamsByWorker()
  expect(held.reduce((sum, count) => sum + count, 0)).toBe(READERS)
  expect(Math.min(...held)).toBeGreaterThan(0)
  expect(site.output.match(/Pressbox is ready at/g)).toHaveLength(1)
  expect(site.output.match(/studio\/setup/g)).toHaveLength(1)
})

test('a change made by one of them reaches the streams and the pages of both', async () => {
  await desk.publishNew('Told by one, known by both')
  for (let i = 0; i < 4; i++)
    await expect
      .poll(async () => (await fetchPage(`${site.url}/`)).markup, { timeout: 5000 })
      .toContain('Told by one, known by both')
  for (const reader of readers) await expect.poll(() => reader.stale(), { timeout: 5000 }).toEqual([])
})

test('a worker that is killed is replaced, and its readers miss nothing', async () => {
  const [victim = 0, survivor] = workerPids()
  process.kill(victim, 'SIGKILL')
  // Not before the victim is gone: a connection to it that is still open would take what is sent next.
  await expect.poll(workerPids, { timeout: 10_000 }).toEqual([survivor, expect.any(Number)])
  await desk.publishNew('Written after the loss')
  for (const reader of readers) await expect.poll(() => reader.stale(), { timeout: 15_000 }).toEqual([])
  await expect.poll(streamsByWorker, { timeout: 10_000 }).toHaveLength(2)
})

test('told to stop, all end well', async () => {
  const pids = workerPids()
  expect(await site.stop('SIGTERM')).toBe(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a port in use is said once, by its sentence', async () => {
  await site.start()
  const { port } = new URL(site.url)
  const second = RunningSite.start({ script: 'src/main.ts', environment: { WORKERS: '2', PORT: port } })
  const problem = String(await second.catch((error: unknown) => error))
  expect(problem.match(/is in use\. Stop what uses it/g)).toHaveLength(1)
})
