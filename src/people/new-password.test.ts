import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SmtpStandIn, smtpServer } from '../../test/support/smtp-server.ts'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'
import { peopleModule } from './api.ts'
import { makeOwnerLink } from './make-owner-link.ts'
import { NOBODY, SYSTEM } from './person.ts'

let house: House
let smtp: SmtpStandIn
const NEXT = 'another whole sentence'

beforeAll(async () => {
  smtp = await smtpServer()
  house = await openHouse({ SMTP_URL: smtp.url })
  house.p.jobs.handle(peopleModule(house.p).jobs ?? {})
  await house.p.jobs.start()
})
afterAll(async () => {
  await house.close()
  await smtp.close()
})
beforeEach(async () => {
  smtp.received.length = 0
  await sql`delete from guesses`.execute(house.p.q)
})

/** Without the invitations, which are mailed too. */
const mails = () => smtp.received.filter(({ raw }) => raw.includes('Subject: A new password'))
const tokenIn = (text: string): string => /token=([\w-]+)/.exec(text)?.[1] ?? ''
const forgotten = (email: string) => house.ask('POST', '/api/v1/password/forgotten', { body: { email } })
const reset = (token: string, password = NEXT) =>
  house.ask('POST', '/api/v1/password/reset', { body: { token, password } })
const signIn = async (email: string, password: string): Promise<number> =>
  (await house.visitor().ask('POST', '/api/v1/session', { body: { email, password } })).status

test('whoever forgot the password gets a link by mail, which works once and ends every session', async () => {
  const member = await house.member('writer', 'wendy@example.com')
  expect((await forgotten(' Wendy@Example.com ')).status).toBe(204)
  await expect.poll(() => mails().length, { timeout: 10_000 }).toBe(1)
  expect(mails()[0]?.to).toEqual(['wendy@example.com'])
  // Quoted-printable breaks lines and writes = as =3D.
  const token = tokenIn(mails()[0]!.raw.replaceAll('=\r\n', '').replaceAll('=3D', '='))
  expect((await reset(token, 'short')).status).toBe(400)
  expect((await reset(token)).status).toBe(204)
  expect((await reset(token)).status).toBe(410)
  expect((await member.ask('GET', '/api/v1/me')).status).toBe(401)
  expect(await signIn('wendy@example.com', PASSWORD)).toBe(401)
  expect(await signIn('wendy@example.com', NEXT)).toBe(200)
})

test('an unknown address gets the same answer, and no mail', async () => {
  const [known, unknown] = [await forgotten('olive@example.com'), await forgotten('nobody@example.com')]
  expect([unknown.status, unknown.json]).toEqual([known.status, known.json])
  await expect.poll(() => house.p.jobs.count(), { timeout: 10_000 }).toEqual({ waiting: 0, failed: 0 })
  expect(mails().map(({ to }) => to[0])).toEqual(['olive@example.com'])
})

test('nobody is flooded with such mail, whether there is an account or not', async () => {
  for (const email of ['olive@example.com', 'nobody@example.com']) {
    const answers: number[] = []
    for (let i = 0; i < 5; i++) answers.push((await forgotten(email)).status)
    expect(answers).toEqual([204, 204, 204, 429, 429])
  }
})

test('somebody who may not sign in any more gets no way back', async () => {
  const { id } = await house.member('host', 'gone@example.com')
  await sql`update people set deactivated_at = now() where id = ${id}`.execute(house.p.q)
  await forgotten('gone@example.com')
  await expect.poll(() => house.p.jobs.count(), { timeout: 10_000 }).toEqual({ waiting: 0, failed: 0 })
  expect(mails().map(({ to }) => to[0])).not.toContain('gone@example.com')
})

test('a link is dead after its hour, and when a newer one was made', async () => {
  const older = tokenIn((await makeOwnerLink(house.p, SYSTEM)).link)
  const newer = tokenIn((await makeOwnerLink(house.p, SYSTEM)).link)
  expect((await reset(older)).status).toBe(410)
  await sql`update password_links set expires_at = now() - interval '1 second'`.execute(house.p.q)
  expect((await reset(newer)).status).toBe(410)
})

test('an owner who cannot get in gets a link on the command line: signed out, and it stands in the log', async () => {
  await house.owner.ask('POST', '/api/v1/session', {
    body: { email: 'olive@example.com', password: PASSWORD },
  })
  expect((await house.owner.ask('GET', '/api/v1/me')).status).toBe(200)
  const { link, owner } = await makeOwnerLink(house.p, SYSTEM)
  expect(owner.email).toBe('olive@example.com')
  expect((await house.owner.ask('GET', '/api/v1/me')).status).toBe(401)
  const { rows } = await sql<{ actor: string; detail: object }>`
    select actor_kind as actor, detail from audit_log
    where action = 'password.link' and subject = ${`person:${owner.id}`} order by id desc limit 1`.execute(
    house.p.q,
  )
  expect(rows).toEqual([{ actor: 'system', detail: { minutes: 60 } }])
  await sql`update people set two_factor_enabled = true where id = ${owner.id}`.execute(house.p.q)
  expect((await reset(tokenIn(link))).status).toBe(204)
  const again = await house.owner.ask('POST', '/api/v1/session', {
    body: { email: 'olive@example.com', password: NEXT },
  })
  expect(again.json.state).toBe('signed-in')
})

test('between several owners the address chooses; nobody else gets such a link', async () => {
  await house.member('owner', 'otto@example.com')
  await expect(makeOwnerLink(house.p, SYSTEM)).rejects.toThrow('olive@example.com or otto@example.com')
  expect((await makeOwnerLink(house.p, SYSTEM, 'Otto@example.com')).owner.email).toBe('otto@example.com')
  await expect(makeOwnerLink(house.p, SYSTEM, 'wendy@example.com')).rejects.toThrow('Say which owner')
  await expect(makeOwnerLink(house.p, NOBODY)).rejects.toMatchObject({ kind: 'not-signed-in' })
})

test('without a mail server the door says who can help, to everybody alike', async () => {
  const other = await openHouse()
  for (const email of ['olive@example.com', 'nobody@example.com']) {
    const { status, json } = await other.ask('POST', '/api/v1/password/forgotten', { body: { email } })
    expect([status, json.detail]).toEqual([422, expect.stringContaining('pressbox owner-link')])
  }
  await other.close()
})
