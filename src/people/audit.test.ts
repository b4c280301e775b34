import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'
import { audit } from './audit-store.ts'
import { SYSTEM } from './person.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

interface Entry {
  id: number
  action: string
  subject: string
  person: { id: string; name: string } | null
  detail: Record<string, unknown>
}

const log = async (query = ''): Promise<Entry[]> =>
  (await house.owner.ask('GET', `/api/v1/audit?limit=200${query}`)).json.items

test('what better-auth does to an account is in the log, by whom it was done', async () => {
  const writer = await house.member('writer', 'audited@example.com')
  const visitor = house.visitor()
  await visitor.ask('POST', '/api/v1/session', { body: { email: 'audited@example.com', password: PASSWORD } })
  await visitor.ask('PUT', '/api/v1/me/password', {
    body: { current: PASSWORD, next: 'another whole sentence' },
  })
  await visitor.ask('DELETE', '/api/v1/session')
  const entries = await log(`&person=${writer.id}`)
  const actions = entries.map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining([
      'invitation.accept',
      'person.add',
      'session.add',
      'password.change',
      'session.end',
    ]),
  )
  expect(entries.find(({ action }) => action === 'password.change')?.detail).toEqual({
    changed: ['password'],
  })
})

test('a change that an owner makes is the owner’s, with the role before and after', async () => {
  const writer = await house.member('writer')
  await house.owner.ask('PATCH', `/api/v1/people/${writer.id}`, {
    body: { role: 'host' },
    headers: { 'if-match': '"1"' },
  })
  const [entry] = await log(`&subject=person:${writer.id}`)
  expect(entry).toMatchObject({
    action: 'person.change',
    person: { name: 'Olive Owner' },
    detail: { changed: ['role'], from: 'writer', to: 'host' },
  })
})

test('the log holds no secret and no personal data', async () => {
  const { rows } = await sql<{ text: string }>`select a::text as text from audit_log a`.execute(house.p.q)
  const { rows: secrets } = await sql<{ secret: string }>`
    select token as secret from sessions union all select password from accounts union all select email from people
    union all select name from people where length(name) > 8`.execute(house.p.q)
  const all = rows.map(({ text }) => text).join('\n')
  expect(secrets.length).toBeGreaterThan(5)
  for (const { secret } of secrets) expect(all).not.toContain(secret)
})

test('no line of the log can be changed or removed', async () => {
  for (const statement of [
    sql`update audit_log set action = 'nothing.happened'`,
    sql`delete from audit_log`,
    sql`truncate audit_log`,
  ])
    await expect(statement.execute(house.p.q)).rejects.toThrow('append-only')
})

test('the log is read newest first, page by page, without a gap', async () => {
  const whole = await log()
  const paged: number[] = []
  let next: string | null = ''
  while (next !== null) {
    const page = await house.owner.ask('GET', `/api/v1/audit?limit=3${next ? `&after=${next}` : ''}`)
    paged.push(...page.json.items.map(({ id }: Entry) => id))
    next = page.json.next
  }
  expect(paged).toEqual(whole.map(({ id }) => id))
})

test('a use case that fails leaves no line', async () => {
  const before = (await log()).length
  const failing = house.p.write(async (w) => {
    await audit(w, SYSTEM, 'story.publish', 'story:none')
    throw new Error('something else went wrong')
  })
  await expect(failing).rejects.toThrow('something else')
  expect((await log()).length).toBe(before)
})

test('a change to an account reaches the studio’s stream as its topics', async () => {
  const { rows: before } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from changes`.execute(
    house.p.q,
  )
  await house.member('writer')
  await house.p.tail.sync()
  const { rows } = await sql<{ topic: string }>`
    select distinct unnest(topics) as topic from changes where id > ${before[0]?.id ?? 0} order by topic`.execute(
    house.p.q,
  )
  expect(rows.map(({ topic }) => topic)).toEqual(expect.arrayContaining(['audit', 'desk:people']))
})
