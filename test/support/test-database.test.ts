import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

let one: Awaited<ReturnType<typeof testDatabase>>
let other: Awaited<ReturnType<typeof testDatabase>>

beforeAll(async () => {
  one = await testDatabase()
  other = await testDatabase()
})
afterAll(() => Promise.all([one.drop(), other.drop()]))

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows
}

test('every test file gets a migrated database of its own', async () => {
  await ask(one.url, 'create table only_here (a int)')
  expect(await ask(one.url, `select to_regclass('migrations') is not null as there`)).toEqual([
    { there: true },
  ])
  expect(await ask(other.url, `select to_regclass('only_here') as there`)).toEqual([{ there: null }])
})

test('text is UTF-8 and sorts and folds the same on every machine', async () => {
  const [row] = await ask(
    one.url,
    `select upper('año ü') as upper, 'a' < 'B' as by_letter, current_setting('server_encoding') as encoding`,
  )
  expect(row).toEqual({ upper: 'AÑO Ü', by_letter: false, encoding: 'UTF8' })
})
