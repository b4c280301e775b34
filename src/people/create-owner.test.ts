import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AskDoor, testDoors, Visitor } from '../../test/support/test-doors.ts'
import { type TestPlatform, testPlatform } from '../../test/support/test-platform.ts'
import { peopleModule } from './api.ts'
import { ensureSetupLink } from './setup-link.ts'

let house: TestPlatform
let ask: AskDoor

beforeAll(async () => {
  house = await testPlatform()
  ask = testDoors(house.p, peopleModule(house.p).endpoints ?? [])
})
afterAll(() => house.close())

const tokenIn = (link: string | null): string =>
  new URL(link ?? '', 'http://site.invalid').searchParams.get('token') ?? ''
const owner = (token: string, email = 'olive@example.com') => ({
  body: { token, name: 'Olive', email, password: 'a whole sentence of it' },
})

test('the first account takes the newest link, once, whoever tries it twice at the same moment', async () => {
  const older = tokenIn(await ensureSetupLink(house.p))
  const newest = tokenIn(await ensureSetupLink(house.p))
  expect((await ask('GET', '/api/v1/setup')).json).toEqual({ open: true })
  expect((await ask('POST', '/api/v1/setup', owner('no such token'))).status).toBe(410)
  expect((await ask('POST', '/api/v1/setup', owner(older))).status).toBe(410)

  const visitors = [new Visitor(ask), new Visitor(ask)]
  const answers = await Promise.all(
    visitors.map((visitor, n) => visitor.ask('POST', '/api/v1/setup', owner(newest, `o${n}@example.com`))),
  )
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 410])
  const winner = visitors[answers.findIndex(({ status }) => status === 201)]!
  const me = await winner.ask('GET', '/api/v1/me')
  expect(me.json).toMatchObject({ role: 'owner', name: 'Olive' })

  expect((await ask('POST', '/api/v1/setup', owner(newest, 'third@example.com'))).status).toBe(410)
  expect(await ensureSetupLink(house.p)).toBeNull()
  expect((await ask('GET', '/api/v1/setup')).json).toEqual({ open: false })
})

test('setup takes no field that it does not know, and no short password', async () => {
  const extra = await ask('POST', '/api/v1/setup', { body: { ...owner('x').body, role: 'owner' } })
  expect(extra.status).toBe(400)
  const short = await ask('POST', '/api/v1/setup', { body: { ...owner('x').body, password: 'short' } })
  expect(short.json.detail).toContain('at least 12 characters')
})
