import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { sql } from '../db/database.ts'
import { answerOnce } from './answer-once.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
  await sql`create table acts (key text)`.execute(t.p.q)
})
afterAll(() => t.close())

const act = (key: string, more: () => unknown = () => ({ done: key })) =>
  answerOnce(t.p, { id: null }, key, ['POST', '/acts', key], async () => {
    await t.p.write(async (w) => void (await sql`insert into acts values (${key})`.execute(w.q)))
    return more()
  })
const timesActed = async (key: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from acts where key = ${key}`.execute(t.p.q)).rows[0]
    ?.n ?? 0
const laterOn = (key: string) =>
  sql`update idempotency_keys set created_at = now() - interval '2 minutes' where key = ${key}`.execute(t.p.q)

test('a repeat gets the first answer and does not act', async () => {
  expect((await act('a')).body).toEqual({ done: 'a' })
  expect((await act('a')).body).toEqual({ done: 'a' })
  expect(await timesActed('a')).toBe(1)
})

test('who was killed between the commit and the answer lets no repeat act again', async () => {
  await act('b')
  await sql`update idempotency_keys set status = null, reply = null where key = 'b'`.execute(t.p.q)
  await expect(act('b')).rejects.toThrow(/still being worked on/)
  await laterOn('b')
  await expect(act('b')).rejects.toThrow(/carried out, but its answer was lost/)
  expect(await timesActed('b')).toBe(1)
})

test('who was killed before the commit lets a repeat act', async () => {
  await sql`insert into idempotency_keys (actor, key, request_hash) values ('nobody', 'c', 'x')`.execute(
    t.p.q,
  )
  await laterOn('c')
  await expect(act('c')).rejects.toThrow(/another request/)
  await sql`delete from idempotency_keys where key = 'c'`.execute(t.p.q)
  expect((await act('c')).body).toEqual({ done: 'c' })
})

test('what fails before it commits may be tried again under the same key', async () => {
  const failing = answerOnce(t.p, { id: null }, 'd', ['POST', '/acts', 'd'], () =>
    t.p.write(() => Promise.reject(new Error('no'))),
  )
  await expect(failing).rejects.toThrow('no')
  await act('d')
  expect(await timesActed('d')).toBe(1)
})

test('what fails after it has committed does not act again', async () => {
  await expect(
    act('e', () => {
      throw new Error('after')
    }),
  ).rejects.toThrow('after')
  await expect(act('e')).rejects.toThrow(/worked on/)
  expect(await timesActed('e')).toBe(1)
})
