import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let client: pg.Client
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-migrations-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
const count = async (table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)

test('of processes that start together one applies each migration, once and in order', async () => {
  await write('9001_first.sql', 'create table starts (at timestamptz); select pg_sleep(0.2)')
  await write('9002_second.sql', 'insert into starts values (now())')
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url, folder)))
  expect(applied.flat()).toEqual(['9001_first.sql', '9002_second.sql'])
  expect(await count('starts')).toBe(1)
  expect(await migrate(database.url, folder)).toEqual([])
  await rm(folder, { recursive: true })
})

test('a migration that fails is rolled back whole, and those before it stay', async () => {
  await write('9003_good.sql', 'create table kept ()')
  await write('9004_bad.sql', 'create table half (); select 1 / 0')
  await expect(migrate(database.url, folder)).rejects.toThrow(/9004_bad\.sql failed and was rolled back/)
  expect(await count('kept')).toBe(0)
  await expect(count('half')).rejects.toThrow(/does not exist/)
  await write('9004_bad.sql', 'create table half ()')
  expect(await migrate(database.url, folder)).toEqual(['9004_bad.sql'])
  await rm(folder, { recursive: true })
})

test('a migration that was changed after it had been applied is refused by name', async () => {
  await write('9005_once.sql', 'create table once ()')
  await migrate(database.url, folder)
  await write('9005_once.sql', 'create table twice ()')
  await expect(migrate(database.url, folder)).rejects.toThrow(/9005_once\.sql was changed/)
  await rm(folder, { recursive: true })
})
