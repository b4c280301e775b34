import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? ''
const invite = async (email: string, role = 'writer') =>
  (await house.owner.ask('POST', '/api/v1/invitations', { body: { email, role } })).json
const accept = (token: string) =>
  house.ask('POST', '/api/v1/invitations/accept', { body: { token, name: 'Wim', password: PASSWORD } })

test('an invitation is looked at, accepted once, and makes an account of its role', async () => {
  const { link, mailed, invitation } = await invite('wim@example.com', 'host')
  expect(mailed).toBe(false)
  expect(invitation).toMatchObject({ state: 'open', invitedBy: 'Olive Owner' })
  const token = tokenIn(link)
  const look = await house.ask('POST', '/api/v1/invitations/look', { body: { token } })
  expect(look.json).toMatchObject({ email: 'wim@example.com', role: 'host' })
  const answers = await Promise.all([accept(token), accept(token)])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 410])
  expect(answers.find(({ status }) => status === 201)?.json).toMatchObject({
    role: 'host',
    email: 'wim@example.com',
  })
})

test('a revoked, an ended and a replaced invitation are gone', async () => {
  const revoked = await invite('revoked@example.com')
  await house.owner.ask('DELETE', `/api/v1/invitations/${revoked.invitation.id}`)
  expect((await accept(tokenIn(revoked.link))).status).toBe(410)

  const ended = await invite('ended@example.com')
  await sql`update invitations set expires_at = now() where id = ${ended.invitation.id}`.execute(house.p.q)
  expect((await accept(tokenIn(ended.link))).status).toBe(410)

  const first = await invite('twice@example.com')
  const second = await invite('twice@example.com')
  expect((await accept(tokenIn(first.link))).status).toBe(410)
  expect((await accept(tokenIn(second.link))).status).toBe(201)
})

test('an invitation cannot make a second account with one address', async () => {
  const { link } = await invite('Olive@example.com')
  expect((await accept(tokenIn(link))).status).toBe(409)
})

test('only the hash of a link is kept', async () => {
  const { link } = await invite('hashed@example.com')
  const { rows } = await sql<{ text: string }>`select i::text as text from invitations i`.execute(house.p.q)
  expect(JSON.stringify(rows)).not.toContain(tokenIn(link))
})

test('where there is a mail server the link is mailed as well', async () => {
  const mailing = await openHouse({ SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'https://news.example' })
  await mailing.p.jobs.start()
  const invited = await mailing.owner.ask('POST', '/api/v1/invitations', {
    body: { email: 'mailed@example.com', role: 'shop' },
  })
  const { rows } = await sql<{ recipient: string; body_text: string }>`
    select recipient, body_text from mail`.execute(mailing.p.q)
  await mailing.close()
  expect(invited.json.mailed).toBe(true)
  expect(invited.json.link).toMatch(/^https:\/\/news\.example\/studio\/join\?token=/)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ recipient: 'mailed@example.com' })
  expect(rows[0]?.body_text).toContain(invited.json.link)
})

test('under https the cookie is for https alone', async () => {
  const secure = await openHouse({ PUBLIC_URL: 'https://news.example' })
  const answer = await secure.ask('POST', '/api/v1/session', {
    body: { email: 'olive@example.com', password: PASSWORD },
  })
  const me = await secure.owner.ask('GET', '/api/v1/me')
  await secure.close()
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-pressbox\.session_token=.*; Secure/)
  expect(me.status).toBe(200)
})
