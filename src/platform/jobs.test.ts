import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { sql } from './db/database.ts'
import { Jobs, type JobHandler, type JobHandlers, type JobTiming } from './jobs.ts'

const TAKER = join(import.meta.dirname, '../../test/support/job-taker.ts')

let t: TestPlatform
const open: Jobs[] = []

beforeEach(async () => {
  t = await testPlatform()
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((jobs) => jobs.stop()))
  await t.close()
})

function jobsWith(handlers: JobHandlers, timing: Partial<JobTiming> = {}): Jobs {
  const jobs = new Jobs(t.p.db, t.p.tail, t.p.log, { firstRetryMs: 10, ...timing })
  jobs.handle(handlers)
  open.push(jobs)
  return jobs
}

/** Collects what it was told. */
function collector(): { told: unknown[]; handler: JobHandler } {
  const told: unknown[] = []
  return { told, handler: (data) => Promise.resolve(void told.push(data)) }
}

test('a job runs after the commit of what caused it, and at once', async () => {
  const { told, handler } = collector()
  const jobs = jobsWith({ greet: handler })
  await jobs.start()
  const began = performance.now()
  await t.p.write((w) => jobs.enqueue(w, 'greet', { name: 'Ada' }))
  await expect.poll(() => told, { interval: 5 }).toEqual([{ name: 'Ada' }])
  // Looking around by itself, the queue would take up to five seconds.
  expect(performance.now() - began).toBeLessThan(4000)
  await expect.poll(() => jobs.count()).toEqual({ waiting: 0, failed: 0 })
})

test('a job of a transaction that rolls back never runs', async () => {
  const { told, handler } = collector()
  const jobs = jobsWith({ greet: handler })
  await jobs.start()
  const broken = t.p.write(async (w) => {
    await jobs.enqueue(w, 'greet', { name: 'nobody' })
    throw new Error('changed my mind')
  })
  await expect(broken).rejects.toThrow('changed my mind')
  await t.p.write((w) => jobs.enqueue(w, 'greet', { name: 'Ada' }))
  await expect.poll(() => told).toEqual([{ name: 'Ada' }])
})

test('what was enqueued before anybody worked is run at the start, in order', async () => {
  const { told, handler } = collector()
  const jobs = jobsWith({ greet: handler }, { atOnce: 1 })
  for (const n of [1, 2, 3]) await t.p.write((w) => jobs.enqueue(w, 'greet', { n }))
  expect(told).toEqual([])
  await jobs.start()
  await expect.poll(() => told).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('of jobs with the same key only one waits or runs', async () => {
  const { told, handler } = collector()
  const jobs = jobsWith({ greet: handler, other: handler })
  await Promise.all([1, 2, 3].map((n) => t.p.write((w) => jobs.enqueue(w, 'greet', { n }, { key: 'one' }))))
  await t.p.write((w) => jobs.enqueue(w, 'greet', { n: 4 }, { key: 'two' }))
  await t.p.write((w) => jobs.enqueue(w, 'other', { n: 5 }, { key: 'one' }))
  await jobs.start()
  await expect.poll(() => told.length).toBe(3)
  await expect.poll(() => jobs.count()).toEqual({ waiting: 0, failed: 0 })
  await t.p.write((w) => jobs.enqueue(w, 'greet', { n: 6 }, { key: 'one' }))
  await expect.poll(() => told).toContainEqual({ n: 6 })
})

test('a job of several workers runs once', async () => {
  const { told, handler } = collector()
  const [one, other] = [jobsWith({ greet: handler }), jobsWith({ greet: handler })]
  await Promise.all([one.start(), other.start()])
  await t.p.write(async (w) => {
    for (let n = 0; n < 100; n++) await one.enqueue(w, 'greet', { n })
  })
  await expect.poll(() => one.count(), { timeout: 5000 }).toEqual({ waiting: 0, failed: 0 })
  expect(told).toHaveLength(100)
})

test('a job that fails is tried again, later each time, and in the end stays to be seen', async () => {
  let attempts = 0
  const jobs = jobsWith({ fail: () => Promise.reject(new Error(`no ${++attempts}`)) }, { retries: 2 })
  await jobs.start()
  await t.p.write((w) => jobs.enqueue(w, 'fail', {}))
  await expect.poll(() => jobs.count()).toEqual({ waiting: 0, failed: 1 })
  const { rows } = await sql`select attempts, last_error from jobs`.execute(t.p.q)
  expect(rows).toEqual([{ attempts: 3, last_error: 'no 3' }])
})

test('a job of the future waits for its time', async () => {
  const began: number[] = []
  const jobs = jobsWith({ greet: () => Promise.resolve(void began.push(t.p.clock.now().getTime())) })
  await jobs.start()
  const startAfter = new Date(t.p.clock.now().getTime() + 400)
  await t.p.write((w) => jobs.enqueue(w, 'greet', {}, { startAfter }))
  await expect.poll(() => began).toHaveLength(1)
  expect(began[0]).toBeGreaterThanOrEqual(startAfter.getTime() - 5)
})

test('a job whose process was killed is run again by another', async () => {
  const { told, handler } = collector()
  const jobs = jobsWith({ linger: handler }, { leaseMs: 300 })
  await t.p.write((w) => jobs.enqueue(w, 'linger', { n: 1 }))
  const taker = spawn(process.execPath, [TAKER, t.p.db.url, t.p.config.PRESSBOX_DATA], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(taker.stdout, 'data')
  taker.kill('SIGKILL')
  await once(taker, 'exit')
  await sql`update jobs set taken_until = taken_until - interval '30 seconds'`.execute(t.p.q)
  await jobs.start()
  await expect.poll(() => told).toEqual([{ n: 1 }])
  await expect.poll(() => jobs.count()).toEqual({ waiting: 0, failed: 0 })
})

test('a living worker keeps its job, however long it takes', async () => {
  let runs = 0
  const slow: JobHandler = async () => {
    runs++
    await new Promise((resolve) => setTimeout(resolve, 4000))
  }
  const jobs = jobsWith({ slow }, { leaseMs: 1500 })
  await jobs.start()
  await t.p.write((w) => jobs.enqueue(w, 'slow', {}))
  await expect.poll(() => jobs.count()).toEqual({ waiting: 0, failed: 0 })
  expect(runs).toBe(1)
})

test('of long jobs no more run than they say, and the others pass them by', async () => {
  const ran: string[] = []
  let free = (): void => undefined
  const held = new Promise<void>((resolve) => (free = resolve))
  const long = { timeLimitMs: 60_000, atOnce: 1, run: () => held.then(() => void ran.push('long')) }
  const jobs = jobsWith({ long, short: () => Promise.resolve(void ran.push('short')) })
  await jobs.start()
  await t.p.write(async (w) => {
    for (let i = 0; i < 3; i++) await jobs.enqueue(w, 'long', {})
    await jobs.enqueue(w, 'short', {})
  })
  await expect.poll(() => ran).toEqual(['short'])
  await expect.poll(() => jobs.count()).toEqual({ waiting: 3, failed: 0 })
  free()
  await expect.poll(() => ran).toEqual(['short', 'long', 'long', 'long'])
})

test('a long job has a time limit of its own', async () => {
  const aborted = new Promise<void>((resolve) => {
    const jobs = jobsWith(
      {
        long: {
          timeLimitMs: 50,
          atOnce: 1,
          run: (_, signal) =>
            new Promise<void>((end) => signal.addEventListener('abort', () => (resolve(), end()))),
        },
      },
      { timeLimitMs: 60_000 },
    )
    void jobs.start().then(() => t.p.write((w) => jobs.enqueue(w, 'long', {})))
  })
  await aborted
})

test('a stop lets what runs end, and takes nothing more', async () => {
  const begun: unknown[] = []
  const ended: unknown[] = []
  const held = Promise.withResolvers<void>()
  const slow: JobHandler = async ({ n }) => {
    begun.push(n)
    await held.promise
    ended.push(n)
  }
  const jobs = jobsWith({ slow }, { atOnce: 1 })
  await jobs.start()
  for (const n of [1, 2]) await t.p.write((w) => jobs.enqueue(w, 'slow', { n }))
  await expect.poll(() => begun).toEqual([1])
  const stopped = jobs.stop()
  held.resolve()
  await stopped
  expect(ended).toEqual([1])
  expect(await jobs.count()).toEqual({ waiting: 1, failed: 0 })
})

test('a stop waits for the job that is just being taken', async () => {
  const ended: unknown[] = []
  const slow: JobHandler = async ({ n }) => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    ended.push(n)
  }
  const jobs = jobsWith({ slow })
  await t.p.write((w) => jobs.enqueue(w, 'slow', { n: 1 }))
  const [locked, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const lock = t.p.write(async (w) => {
    await sql`lock table jobs`.execute(w.q)
    locked.resolve()
    await free.promise
  })
  await locked.promise
  const started = jobs.start()
  const waiting = sql`select 1 from pg_locks where relation = 'jobs'::regclass and not granted`
  await expect.poll(async () => (await waiting.execute(t.p.q)).rows.length).toBeGreaterThan(1)
  const stopped = jobs.stop()
  free.resolve()
  await stopped
  expect(ended).toEqual([1])
  await Promise.all([lock, started])
})

test('a job that nobody handles is refused where it is enqueued', async () => {
  const jobs = jobsWith({})
  await expect(t.p.write((w) => jobs.enqueue(w, 'typo', {}))).rejects.toThrow(
    'No module handles the job "typo"',
  )
})

test('a repeated job runs at the start and again and again, and once where two would run it at the same time', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const handler: JobHandler = async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 20))
    running--
    runs++
  }
  const two = [jobsWith({ sweep: handler }), jobsWith({ sweep: handler })]
  for (const jobs of two) jobs.repeat({ sweep: 50 })
  await Promise.all(two.map((jobs) => jobs.start()))
  await expect.poll(() => runs).toBeGreaterThan(3)
  expect(most).toBe(1)
})
