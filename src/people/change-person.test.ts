import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer, Visitor } from '../../test/support/test-doors.ts'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'
import { changePerson } from './change-person.ts'
import type { Person } from './person.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const me = async (visitor: Visitor): Promise<{ id: string; role: string; revision: number }> =>
  (await visitor.ask('GET', '/api/v1/me')).json

const change = (by: Visitor, id: string, body: unknown, revision: number): Promise<Answer> =>
  by.ask('PATCH', `/api/v1/people/${id}`, { body, headers: { 'if-match': `"${revision}"` } })

test('an owner changes a role, and it holds for the next request of an open session', async () => {
  const writer = await house.member('writer')
  expect((await change(house.owner, writer.id, { role: 'editor' }, 1)).status).toBe(204)
  expect((await me(writer)).role).toBe('editor')
  expect((await writer.ask('GET', '/api/v1/audit')).status).toBe(200)
})

test('an editor cannot grant itself a role, by no door', async () => {
  const editor = await house.member('editor')
  expect((await change(editor, editor.id, { role: 'owner' }, 1)).status).toBe(403)
  const invite = { body: { email: 'friend@example.com', role: 'owner' } }
  expect((await editor.ask('POST', '/api/v1/invitations', invite)).status).toBe(403)
  const sneaky = await editor.ask('PATCH', '/api/v1/me', {
    body: { name: 'Ed', role: 'owner' },
    headers: { 'if-match': '"1"' },
  })
  expect(sneaky.status).toBe(400)
  const token = { body: { name: 'mine', scope: ['people.manage'] } }
  expect((await editor.ask('POST', '/api/v1/tokens', token)).status).toBe(403)
  expect((await me(editor)).role).toBe('editor')
})

test('a change based on an old revision is refused and shows the present state', async () => {
  const writer = await house.member('writer')
  await change(house.owner, writer.id, { role: 'host' }, 1)
  const stale = await change(house.owner, writer.id, { role: 'shop' }, 1)
  expect(stale.status).toBe(412)
  expect(stale.json.current).toEqual({ role: 'host', active: true, revision: 2 })
})

test('the last owner can be neither demoted, deactivated nor erased', async () => {
  const { id, revision } = await me(house.owner)
  expect((await change(house.owner, id, { role: 'editor' }, revision)).status).toBe(409)
  expect((await change(house.owner, id, { active: false }, revision)).status).toBe(409)
  const erased = await house.owner.ask('DELETE', `/api/v1/people/${id}`, {
    headers: { 'if-match': `"${revision}"` },
  })
  expect(erased.status).toBe(409)
})

test('of two owners who demote each other at once one stays', async () => {
  const other = await house.member('owner')
  const [one, two] = [await me(house.owner), await me(other)]
  const by = (id: string): Person => ({ id, kind: 'person', name: '', role: 'owner', scope: null })
  const results = await Promise.allSettled([
    changePerson(house.p, by(two.id), one.id, { role: 'editor' }, one.revision),
    changePerson(house.p, by(one.id), two.id, { role: 'editor' }, two.revision),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await sql`update people set role = case when id = ${one.id} then 'owner' else 'editor' end
    where id in (${one.id}, ${two.id})`.execute(house.p.q)
})

test('a deactivated person is out at once, cannot come back in, and is told no more than a stranger', async () => {
  const writer = await house.member('writer', 'leaving@example.com')
  expect((await change(house.owner, writer.id, { active: false }, 1)).status).toBe(204)
  expect((await writer.ask('GET', '/api/v1/me')).status).toBe(401)
  const right = { body: { email: 'leaving@example.com', password: PASSWORD } }
  const refused = await house.ask('POST', '/api/v1/session', right)
  const stranger = await house.ask('POST', '/api/v1/session', {
    body: { email: 'stranger@example.com', password: PASSWORD },
  })
  expect(refused.status).toBe(401)
  expect(refused.json).toEqual(stranger.json)
  expect((await change(house.owner, writer.id, { active: true }, 2)).status).toBe(204)
  expect((await house.ask('POST', '/api/v1/session', right)).status).toBe(200)
})

test('erasing a person empties the person, not the log', async () => {
  const writer = await house.member('writer', 'erased@example.com')
  await house.p.write(async (w) =>
    house.p.mailer.send(w, { to: 'erased@example.com', subject: 'Hello', text: 'Hello' }),
  )
  const erased = await house.owner.ask('DELETE', `/api/v1/people/${writer.id}`, {
    headers: { 'if-match': '"1"' },
  })
  expect(erased.status).toBe(204)
  expect((await writer.ask('GET', '/api/v1/me')).status).toBe(401)
  const people = await house.owner.ask('GET', '/api/v1/people')
  expect(JSON.stringify(people.json)).not.toContain(writer.id)

  const log = await house.owner.ask('GET', `/api/v1/audit?person=${writer.id}`)
  expect(log.json.items.length).toBeGreaterThan(0)
  expect(log.json.items[0].person).toEqual({ id: writer.id, name: 'Erased person' })

  for (const table of [
    'people',
    'sessions',
    'accounts',
    'invitations',
    'audit_log',
    'verifications',
    'api_tokens',
    'mail',
  ]) {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from ${sql.table(table)} t where t::text like '%erased@example.com%') as found`.execute(
      house.p.q,
    )
    expect({ table, found: rows[0]?.found }).toEqual({ table, found: false })
  }
})
