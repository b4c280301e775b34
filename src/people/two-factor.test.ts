import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../test/support/test-doors.ts'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'

let house: House
let writer: Visitor
let uri: URL
let recoveryCodes: string[]

const EMAIL = 'careful@example.com'

beforeAll(async () => {
  house = await openHouse()
  writer = await house.member('writer', EMAIL)
})
afterAll(() => house.close())

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(text: string): Buffer {
  const bits = text.replaceAll(/./g, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** RFC 6238, as an authenticator app has it. */
function codeAt(now: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const mac = createHmac('sha1', fromBase32(uri.searchParams.get('secret') ?? ''))
    .update(counter)
    .digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const enter = async (): Promise<Visitor> => {
  const visitor = house.visitor()
  const answer = await visitor.ask('POST', '/api/v1/session', { body: { email: EMAIL, password: PASSWORD } })
  expect(answer.json).toEqual({ state: 'second-factor' })
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(401)
  return visitor
}

const confirm = (visitor: Visitor, code: string) =>
  visitor.ask('POST', '/api/v1/session/second-factor', { body: { code } })

test('two-factor sign-in begins with the password and is on after the first code', async () => {
  const wrong = await writer.ask('POST', '/api/v1/me/two-factor', { body: { password: 'not the password' } })
  expect(wrong.status).toBe(422)
  const begun = await writer.ask('POST', '/api/v1/me/two-factor', { body: { password: PASSWORD } })
  expect(begun.status).toBe(200)
  uri = new URL(begun.json.uri)
  recoveryCodes = begun.json.recoveryCodes
  expect(recoveryCodes.length).toBeGreaterThan(5)
  expect((await writer.ask('GET', '/api/v1/me')).json.twoFactor).toBe(false)
  const confirmed = await writer.ask('POST', '/api/v1/me/two-factor/confirm', {
    body: { code: codeAt(Date.now()) },
  })
  expect(confirmed.status).toBe(204)
  expect((await writer.ask('GET', '/api/v1/me')).json.twoFactor).toBe(true)
})

test('the password alone opens nothing; the code completes the sign-in', async () => {
  const visitor = await enter()
  const wrong = codeAt(Date.now()) === '000000' ? '111111' : '000000'
  expect((await confirm(visitor, wrong)).status).toBe(401)
  const right = await confirm(visitor, codeAt(Date.now()))
  expect(right.json).toMatchObject({ state: 'signed-in', me: { email: EMAIL } })
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(200)
})

test('a recovery code works once', async () => {
  const code = recoveryCodes[0] ?? ''
  expect((await confirm(await enter(), code)).status).toBe(200)
  expect((await confirm(await enter(), code)).status).toBe(401)
})

test('a code without the password before it opens nothing', async () => {
  expect((await confirm(house.visitor(), codeAt(Date.now()))).status).toBe(401)
})

test('codes cannot be guessed on and on', async () => {
  const visitor = await enter()
  const statuses = []
  for (let n = 0; n < 6; n += 1) statuses.push((await confirm(visitor, `00000${n}`)).status)
  expect(statuses).not.toContain(200)
  expect((await confirm(visitor, codeAt(Date.now()))).status).not.toBe(200)
})

test('neither secret nor codes stand in the database as they are', async () => {
  const { rows } = await sql<{ text: string }>`select t::text as text from two_factors t`.execute(house.p.q)
  for (const code of recoveryCodes) expect(rows[0]?.text).not.toContain(code)
})

test('it is turned off with the password', async () => {
  await sql`delete from guesses`.execute(house.p.q)
  const off = await writer.ask('DELETE', '/api/v1/me/two-factor', { body: { password: PASSWORD } })
  expect(off.status).toBe(204)
  const answer = await house.ask('POST', '/api/v1/session', { body: { email: EMAIL, password: PASSWORD } })
  expect(answer.json.state).toBe('signed-in')
})
