import { afterAll, beforeAll, expect, test } from 'vitest'
import { Clock } from '../../src/platform/clock.ts'
import { connect, type Database, sql } from '../../src/platform/db/database.ts'
import { Tail } from '../../src/platform/log/tail.ts'
import { createWriter } from '../../src/platform/log/write.ts'
import { testDatabase } from '../support/test-database.ts'

const WRITERS = 16
const TAILERS = 3
const CHANGES = 10_000
const ignore = (): void => undefined

let database: Awaited<ReturnType<typeof testDatabase>>
const opened: Database[] = []

const open = (max?: number): Database => {
  const db = connect(database.url, ignore, max)
  opened.push(db)
  return db
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await Promise.all(opened.map((db) => db.close()))
  await database.drop()
})

class RolledBack extends Error {}

/** One writer in a process of its own would: its own announcements, some transactions slow, some rolled back. */
async function writeShare(db: Database, tail: Tail, writer: number): Promise<string[]> {
  const write = createWriter(db, new Clock(), () => tail.announce())
  const committed: string[] = []
  for (let i = 0; i < CHANGES / WRITERS; i++) {
    const topic = `note:${writer}-${i}`
    const fails = i % 17 === 3
    await write(async (w) => {
      w.touch(topic)
      await sql`insert into written (topic) values (${topic})`.execute(w.q)
      if (i % 50 === 7) await sql`select pg_sleep(0.02)`.execute(w.q)
      if (fails) throw new RolledBack()
    }).then(
      () => committed.push(topic),
      (error: unknown) => {
        if (!(error instanceof RolledBack)) throw error
      },
    )
  }
  return committed
}

test('16 writers, some slow and some rolled back, and 3 tailers: each sees every change once, in the same order', async () => {
  const db = open(WRITERS + 4)
  await sql`create table written (topic text primary key)`.execute(db.q)
  const seen: string[][] = []
  const tails = await Promise.all(
    Array.from({ length: TAILERS }, async (_, i) => {
      const tail = new Tail(open(), ignore)
      await tail.start()
      const topics: string[] = (seen[i] = [])
      tail.onChange({ changed: (batch) => topics.push(...batch) })
      return tail
    }),
  )
  const first = tails[0]
  if (!first) throw new Error('There is no tailer.')
  const committed = (
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeShare(db, first, writer)))
  ).flat()
  await Promise.all(tails.map((tail) => tail.sync()))
  const { rows } = await sql<{ topics: string[] }>`select topics from changes order by id`.execute(db.q)
  const logged = rows.flatMap(({ topics }) => topics)
  expect(logged.toSorted()).toEqual(committed.toSorted())
  for (const topics of seen) expect(topics).toEqual(logged)
  await Promise.all(tails.map((tail) => tail.stop()))
})

test('a writer whose commit comes late is not passed over', async () => {
  const db = open()
  const tail = new Tail(open(), ignore)
  await tail.start()
  const seen: string[] = []
  tail.onChange({ changed: (topics) => seen.push(...topics) })
  const write = createWriter(db, new Clock(), () => tail.announce())
  let finish: () => void = ignore
  const slow = write(async (w) => {
    w.touch('slow')
    await sql`insert into pending_changes (topic) values ('slow, early')`.execute(w.q)
    await new Promise<void>((resolve) => (finish = resolve))
  })
  for (let i = 0; i < 20; i++) await write((w) => Promise.resolve(w.touch(`quick ${i}`)))
  await tail.sync()
  expect(seen).toHaveLength(20)
  finish()
  await slow
  await tail.sync()
  expect(seen.slice(20)).toEqual(['slow, early', 'slow'])
  await tail.stop()
})

test('after a restore the epoch is another, and everything counts as changed', async () => {
  const db = open()
  const tail = new Tail(open(), ignore)
  await tail.start()
  const before = tail.position
  const told: boolean[] = []
  tail.onChange({ changed: (_, everything) => told.push(everything) })
  await sql`update installation set epoch = 'another'`.execute(db.q)
  tail.wake()
  await tail.sync()
  await expect.poll(() => told).toContain(true)
  expect(tail.position.epoch).toBe('another')
  expect(tail.changedSince(before, [])).toBe(true)
  await tail.stop()
})

test('of two processes exactly one takes an instant that is due', async () => {
  const db = open()
  const other = open()
  await sql`insert into instants (at, topic) select clock_timestamp(), 'due ' || i from generate_series(1, 200) i`.execute(
    db.q,
  )
  const { passDueInstants } = await import('../../src/platform/log/change-store.ts')
  const results = await Promise.all([db, other, db, other].map((source) => passDueInstants(source)))
  expect(results.reduce((sum, { passed }) => sum + passed, 0)).toBe(200)
  const { rows } = await sql<{ n: number }>`select count(distinct topic) as n from pending_changes`.execute(
    db.q,
  )
  expect(rows[0]?.n).toBe(200)
})
