import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, PASSWORD } from '../../test/support/test-house.ts'
import { sql } from '../platform/db/database.ts'
import { invitePerson } from './invite-person.ts'
import { SYSTEM } from './person.ts'

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

test('where there is a mailer the link is mailed, in the same transaction', async () => {
  const sent: { to: string; text: string }[] = []
  const { link, mailed } = await invitePerson(
    house.p,
    SYSTEM,
    { email: 'mailed@example.com', role: 'shop', days: 3 },
    'https://news.example',
    (_, mail) => {
      sent.push(mail)
      return Promise.resolve(true)
    },
  )
  expect(mailed).toBe(true)
  expect(link).toMatch(/^https:\/\/news\.example\/studio\/join\?token=/)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ to: 'mailed@example.com' })
  expect(sent[0]?.text).toContain(link)
})
