import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const create = async (scope: string[]): Promise<{ secret: string; token: { id: string; hint: string } }> =>
  (await house.owner.ask('POST', '/api/v1/tokens', { body: { name: 'robot', scope } })).json

test('a token opens what its scope names and nothing else', async () => {
  const { secret, token } = await create(['audit.read'])
  expect(secret).toMatch(/^pb_[\w-]{43}$/)
  expect(token.hint).toBe(secret.slice(0, 9))
  expect((await house.ask('GET', '/api/v1/audit', { bearer: secret })).status).toBe(200)
  const people = await house.ask('GET', '/api/v1/people', { bearer: secret })
  expect(people.status).toBe(403)
  expect(people.json.detail).toContain('This token does not include "people.manage"')
  const me = await house.ask('GET', '/api/v1/me', { bearer: secret })
  expect(me.json.rights).toEqual(['audit.read'])
})

test('a token is never more than its person is at the time of its use', async () => {
  const other = await house.member('owner')
  const made = await other.ask('POST', '/api/v1/tokens', {
    body: { name: 'robot', scope: ['people.manage'] },
  })
  const bearer = made.json.secret
  expect((await house.ask('GET', '/api/v1/people', { bearer })).status).toBe(200)
  const patch = (body: unknown, revision: number) =>
    house.owner.ask('PATCH', `/api/v1/people/${other.id}`, { body, headers: { 'if-match': `"${revision}"` } })
  await patch({ role: 'writer' }, 1)
  expect((await house.ask('GET', '/api/v1/people', { bearer })).status).toBe(403)
  await patch({ active: false }, 2)
  expect((await house.ask('GET', '/api/v1/people', { bearer })).status).toBe(401)
})

test('a token makes no token that can more, and does not touch what its person signs in with', async () => {
  const { secret: bearer } = await create(['token.manage'])
  const wider = await house.ask('POST', '/api/v1/tokens', {
    bearer,
    body: { name: 'x', scope: ['people.manage'] },
  })
  expect(wider.status).toBe(403)
  const password = { current: 'a whole sentence of it', next: 'another whole sentence' }
  expect((await house.ask('PUT', '/api/v1/me/password', { bearer, body: password })).status).toBe(403)
  expect((await house.ask('GET', '/api/v1/me/sessions', { bearer })).status).toBe(403)
  expect((await house.ask('DELETE', '/api/v1/me/sessions', { bearer })).status).toBe(403)
})

test('a revoked and an ended token are refused', async () => {
  const revoked = await create(['audit.read'])
  expect((await house.owner.ask('DELETE', `/api/v1/tokens/${revoked.token.id}`)).status).toBe(204)
  expect((await house.ask('GET', '/api/v1/audit', { bearer: revoked.secret })).status).toBe(401)
  const ended = await create(['audit.read'])
  await sql`update api_tokens set expires_at = now() where id = ${ended.token.id}`.execute(house.p.q)
  expect((await house.ask('GET', '/api/v1/audit', { bearer: ended.secret })).status).toBe(401)
  const list = await house.owner.ask('GET', '/api/v1/tokens')
  const states = new Map(
    list.json.items.map((token: { id: string; state: string }) => [token.id, token.state]),
  )
  expect(states.get(revoked.token.id)).toBe('revoked')
  expect(states.get(ended.token.id)).toBe('expired')
})

test.each([
  '',
  'pb_',
  'pb_short',
  '{"token":"x"}',
  '[object Object]',
  `pb_${'a'.repeat(43)}`,
  `pb_${'a'.repeat(4000)}`,
])('the bearer token "%s" is refused', async (bearer) => {
  expect((await house.ask('GET', '/api/v1/me', { bearer, cookie: house.owner.cookie })).status).toBe(401)
})

test('a right that is not in the table is no scope', async () => {
  const answer = await house.owner.ask('POST', '/api/v1/tokens', {
    body: { name: 'x', scope: ['constructor'] },
  })
  expect(answer.status).toBe(400)
})

test('only the hash of a token is kept, and its use is seen', async () => {
  const { secret, token } = await create(['audit.read'])
  await house.ask('GET', '/api/v1/audit', { bearer: secret })
  const { rows } = await sql<{ text: string; last_used_at: Date | null }>`
    select t::text as text, last_used_at from api_tokens t where id = ${token.id}`.execute(house.p.q)
  expect(rows[0]?.text).not.toContain(secret.slice(9))
  expect(rows[0]?.last_used_at).not.toBeNull()
})

test('a write with a token counts as its person’s, by the token', async () => {
  const { secret, token } = await create(['people.manage'])
  await house.ask('POST', '/api/v1/invitations', {
    bearer: secret,
    body: { email: 'by@example.com', role: 'shop' },
  })
  const { rows } = await sql<{ kind: string; token: string; name: string }>`
    select a.actor_kind as kind, a.token_id as token, p.name from audit_log a join people p on p.id::text = a.person_id
    order by a.id desc limit 1`.execute(house.p.q)
  expect(rows[0]).toEqual({ kind: 'token', token: token.id, name: 'Olive Owner' })
})
