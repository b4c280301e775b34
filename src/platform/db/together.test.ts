import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { connect, type Database, type Queries, runTogether, sql } from './database.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = connect(database.url, () => undefined, 1)
  await sql`create table notes (text text not null check (text <> 'forbidden'))`.execute(db.q)
})
afterAll(async () => {
  await db.close()
  await database.drop()
})
beforeEach(() => sql`truncate notes`.execute(db.q))

const note = (text: string) => ({ text: 'insert into notes values ($1)', values: [text] })
const bare = (text: string) => ({ text, values: [] })
const notes = async (q: Queries): Promise<string[]> => {
  const { rows } = await sql<{ text: string }>`select text from notes order by text`.execute(q)
  return rows.map(({ text }) => text)
}

test('statements run in their order, what they give is passed over, and each is planned once', async () => {
  for (const turn of ['a', 'b'])
    await runTogether(db.q, [bare('begin'), note(turn), bare('select * from notes'), bare('commit')])
  expect(await notes(db.q)).toEqual(['a', 'b'])
  const { rows } = await sql<{ n: number }>`select count(*) as n from pg_prepared_statements`.execute(db.q)
  expect(rows).toEqual([{ n: 4 }])
})

test('the first that fails is the last that is run, nothing is kept, and the connection goes on', async () => {
  const failing = runTogether(db.q, [note('before'), note('forbidden'), note('never')])
  await expect(failing).rejects.toMatchObject({ code: '23514' })
  await runTogether(db.q, [note('after')])
  expect(await notes(db.q)).toEqual(['after'])
})

test('a statement that failed the first time may be run again', async () => {
  const late = { text: 'insert into notes select $1::int / $2::int', values: ['1', '0'] }
  await expect(runTogether(db.q, [late])).rejects.toMatchObject({ code: '22012' })
  await runTogether(db.q, [{ ...late, values: ['4', '2'] }])
  await expect(runTogether(db.q, [bare('select nothing from nowhere')])).rejects.toMatchObject({
    code: '42P01',
  })
  expect(await notes(db.q)).toEqual(['2'])
})
