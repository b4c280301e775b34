import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../platform/db/database.ts'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const signIn = (email: string, password = PASSWORD) => ({ body: { email, password } })
const OLIVE = signIn('olive@example.com')

test('somebody signs in, is known, signs out, and the old cookie is dead', async () => {
  const visitor = house.visitor()
  const answer = await visitor.ask('POST', '/api/v1/session', {
    body: { ...OLIVE.body, email: ' Olive@Example.com ' },
  })
  expect(answer.json).toMatchObject({ state: 'signed-in', me: { name: 'Olive Owner', role: 'owner' } })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^pressbox\.session_token=[^;]+;.*HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/i)
  const kept = visitor.cookie
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(200)
  expect((await visitor.ask('DELETE', '/api/v1/session')).status).toBe(204)
  expect(visitor.cookie).toBe('')
  expect((await house.ask('GET', '/api/v1/me', { cookie: kept })).status).toBe(401)
})

test('a sign-in opens a new session and ends the one that the browser had', async () => {
  const visitor = house.visitor()
  await visitor.ask('POST', '/api/v1/session', OLIVE)
  const before = visitor.cookie
  await visitor.ask('POST', '/api/v1/session', OLIVE)
  expect(visitor.cookie).not.toBe(before)
  expect((await house.ask('GET', '/api/v1/me', { cookie: before })).status).toBe(401)
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(200)
})

test('a cookie that was planted before the sign-in is not the one after it', async () => {
  const visitor = house.visitor()
  visitor.cookies.set('pressbox.session_token', 'planted.c2lnbmF0dXJl')
  await visitor.ask('POST', '/api/v1/session', OLIVE)
  expect(visitor.cookie).not.toContain('planted')
})

test('wrong passwords and unknown addresses get the same answer', async () => {
  const wrong = await house.ask('POST', '/api/v1/session', signIn('olive@example.com', 'not the password'))
  const unknown = await house.ask('POST', '/api/v1/session', signIn('nobody@example.com', 'not the password'))
  expect(wrong.status).toBe(401)
  expect(unknown.status).toBe(401)
  expect(unknown.json).toEqual(wrong.json)
})

test('an unknown address takes as long as a wrong password', async () => {
  await sql`delete from guesses`.execute(house.p.q)
  const timed = async (email: string): Promise<number> => {
    const begun = performance.now()
    await house.ask('POST', '/api/v1/session', signIn(email, 'not the password'))
    return performance.now() - begun
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let n = 0; n < 5; n += 1) {
    await house.member('writer', `timed${n}@example.com`)
    known.push(await timed(`timed${n}@example.com`))
    unknown.push(await timed(`untimed${n}@example.com`))
  }
  const median = (times: number[]): number => times.sort((a, b) => a - b)[2] ?? 0
  // Without a hash it would be a tenth.
  expect(median(unknown)).toBeGreaterThan(median(known) * 0.4)
})

test.each([
  ['an extra field', { email: 'olive@example.com', password: PASSWORD, role: 'owner' }],
  ['an object for a password', { email: 'olive@example.com', password: { $ne: '' } }],
  ['a list for an address', { email: ['olive@example.com'], password: PASSWORD }],
  ['no JSON object', '"text"'],
  ['broken JSON', '{"email":'],
])('a sign-in with %s is refused as not valid', async (_, body) => {
  expect((await house.ask('POST', '/api/v1/session', { body })).status).toBe(400)
})

test.each([
  'pressbox.session_token=',
  'pressbox.session_token=%E0%A4%A',
  'pressbox.session_token=abc',
  'pressbox.session_token=a.b.c; pressbox.session_token=d',
  'pressbox.session_token={"token":1}.c2ln',
  ';;;=;pressbox.session_token',
  '__Secure-pressbox.session_token=x.eA==',
])('the malformed cookie %s makes nobody', async (cookie) => {
  expect((await house.ask('GET', '/api/v1/me', { cookie })).status).toBe(401)
})

test('guessing at an account is slowed down, the right password is refused alike, and it passes', async () => {
  await house.member('writer', 'guessed@example.com')
  const statuses = []
  for (let n = 0; n < 6; n += 1)
    statuses.push(
      (await house.ask('POST', '/api/v1/session', signIn('guessed@example.com', `guess ${n}`))).status,
    )
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  const right = await house.ask('POST', '/api/v1/session', signIn('guessed@example.com'))
  expect(right.status).toBe(429)
  expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)

  await sql`update guesses set locked_until = now() where locked_until is not null`.execute(house.p.q)
  expect((await house.ask('POST', '/api/v1/session', signIn('guessed@example.com'))).status).toBe(200)
  expect((await house.ask('POST', '/api/v1/session', signIn('guessed@example.com', 'no'))).status).toBe(401)
})

test('an address without an account is locked alike, so that the lock tells nothing', async () => {
  await sql`delete from guesses`.execute(house.p.q)
  const statuses = []
  for (let n = 0; n < 6; n += 1)
    statuses.push(
      (await house.ask('POST', '/api/v1/session', signIn('ghost@example.com', `guess ${n}`))).status,
    )
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('many guesses at once do not slip through together', async () => {
  await sql`delete from guesses`.execute(house.p.q)
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      house.ask('POST', '/api/v1/session', signIn('burst@example.com', `guess ${n}`)),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
})

test('guessing at many accounts from one network is slowed down', async () => {
  await sql`delete from guesses`.execute(house.p.q)
  const statuses = []
  for (let n = 0; n < 31; n += 1)
    statuses.push(
      (await house.ask('POST', '/api/v1/session', signIn(`many${n}@example.com`, 'guess'))).status,
    )
  expect(statuses.filter((status) => status === 401)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
  await sql`delete from guesses`.execute(house.p.q)
})

test('a password change ends every other session, the old cookie of this one, and the old password', async () => {
  const visitor = await house.member('writer', 'changes@example.com')
  const elsewhere = house.visitor()
  await elsewhere.ask('POST', '/api/v1/session', signIn('changes@example.com'))
  const before = visitor.cookie
  const wrong = await visitor.ask('PUT', '/api/v1/me/password', {
    body: { current: 'not the password', next: 'another whole sentence' },
  })
  expect(wrong.status).toBe(422)
  const changed = await visitor.ask('PUT', '/api/v1/me/password', {
    body: { current: PASSWORD, next: 'another whole sentence' },
  })
  expect(changed.status).toBe(204)
  expect((await house.ask('GET', '/api/v1/me', { cookie: before })).status).toBe(401)
  expect((await elsewhere.ask('GET', '/api/v1/me')).status).toBe(401)
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(200)
  expect((await house.ask('POST', '/api/v1/session', signIn('changes@example.com'))).status).toBe(401)
})

test('sessions are seen and ended, by their person and by an owner, and by nobody else', async () => {
  const writer = await house.member('writer', 'sessions@example.com')
  const phone = house.visitor()
  const firefox = { 'user-agent': 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' }
  await phone.ask('POST', '/api/v1/session', { ...signIn('sessions@example.com'), headers: firefox })
  const seen = await writer.ask('GET', '/api/v1/me/sessions')
  expect(seen.json.items).toHaveLength(2)
  const other = seen.json.items.find((session: { current: boolean }) => !session.current)
  expect(other.device).toBe('Firefox on Android')

  const stranger = await house.member('editor')
  expect((await stranger.ask('DELETE', `/api/v1/me/sessions/${other.id}`)).status).toBe(404)
  expect((await stranger.ask('DELETE', `/api/v1/people/${writer.id}/sessions`)).status).toBe(403)
  expect((await writer.ask('DELETE', `/api/v1/me/sessions/${other.id}`)).status).toBe(204)
  expect((await phone.ask('GET', '/api/v1/me')).status).toBe(401)
  expect((await house.owner.ask('DELETE', `/api/v1/people/${writer.id}/sessions`)).status).toBe(204)
  expect((await writer.ask('GET', '/api/v1/me')).status).toBe(401)
})

test('a session that has run out is nobody’s', async () => {
  const writer = await house.member('writer')
  await sql`update sessions set expires_at = now() where person_id = ${writer.id}`.execute(house.p.q)
  expect((await writer.ask('GET', '/api/v1/me')).status).toBe(401)
})

test('writes that another site has a browser send are refused, those of this site are not', async () => {
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
  const refused = await house.owner.ask('DELETE', '/api/v1/me/sessions', { headers: crossSite })
  expect(refused.status).toBe(403)
  for (const origin of ['https://elsewhere.example', 'null', 'garbage'])
    expect((await house.owner.ask('DELETE', '/api/v1/me/sessions', { headers: { origin } })).status).toBe(403)
  const own = await house.owner.ask('DELETE', '/api/v1/me/sessions', {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(own.status).toBe(204)
})
