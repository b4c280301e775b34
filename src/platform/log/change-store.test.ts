import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../../../test/support/test-platform.ts'
import { sql } from '../db/database.ts'
import { forgetOldChanges, readHead } from './change-store.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

test('old changes are forgotten, but not the newest: the log’s head stays where it was', async () => {
  const { p } = platform
  for (const topic of ['a', 'b', 'c']) {
    await p.write(async (w) => w.touch(topic))
    await p.tail.sync()
  }
  await sql`update changes set at = now() - interval '3 days' where topics <@ '{a, c}'`.execute(p.q)
  await sql`update changes set at = now() - interval '1 hour' where topics = '{b}'`.execute(p.q)
  const head = await readHead(p)
  await forgetOldChanges(p, 48)
  const { rows } = await sql<{ topics: string[] }>`select topics from changes order by id`.execute(p.q)
  expect(rows.flatMap(({ topics }) => topics)).toEqual(['b', 'c'])
  expect(await readHead(p)).toEqual(head)
})

test('a topic is logged as it was touched, whatever stands in it', async () => {
  const { p } = platform
  const topics = ['plain', 'two words', '"quoted"', 'back\\slash', '{a,b}', 'NULL', '', 'it’s\n$1']
  const { id } = await readHead(p)
  await p.write(async (w) => w.touch(...topics))
  await p.tail.sync()
  const { rows } = await sql<{ topics: string[] }>`select topics from changes where id > ${id}`.execute(p.q)
  expect(rows).toEqual([{ topics }])
})
