import { afterAll, beforeAll, expect, test } from 'vitest'
import { SoftPasskey } from '../../test/support/soft-passkey.ts'
import { type AskDoor, Visitor } from '../../test/support/test-doors.ts'
import { type House, openHouse } from '../../test/support/test-house.ts'
import { authHandler } from './auth-door.ts'

const SITE = 'http://localhost:4000'
const SAME_ORIGIN = { origin: SITE, 'sec-fetch-site': 'same-origin' }

let house: House
let ceremony: AskDoor

beforeAll(async () => {
  house = await openHouse()
  const handle = authHandler(house.p)
  ceremony = async (method, path, { body, cookie = '', headers = {} } = {}) => {
    const init = {
      method,
      headers: { ...SAME_ORIGIN, cookie, 'content-type': 'application/json', ...headers },
    }
    const response = await handle(
      new Request(
        `${SITE}/api/auth${path}`,
        body === undefined ? init : { ...init, body: JSON.stringify(body) },
      ),
    )
    const text = await response.text()
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null }
  }
})
afterAll(() => house.close())

/** The same browser at both doors. */
function browser(cookies: Iterable<[string, string]> = []): Visitor {
  const visitor = new Visitor((method, path, ask) =>
    path.startsWith('/api/') ? house.ask(method, path, ask) : ceremony(method, path, ask),
  )
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  return visitor
}

async function register(visitor: Visitor, passkey: SoftPasskey): Promise<number> {
  const options = await visitor.ask('GET', '/passkey/generate-register-options')
  if (options.status !== 200) return options.status
  const body = { response: passkey.register(options.json.challenge), name: 'Key ring' }
  return (await visitor.ask('POST', '/passkey/verify-registration', { body })).status
}

async function enter(visitor: Visitor, passkey: SoftPasskey): Promise<number> {
  const options = await visitor.ask('GET', '/passkey/generate-authenticate-options')
  const body = { response: passkey.authenticate(options.json.challenge) }
  return (await visitor.ask('POST', '/passkey/verify-authentication', { body })).status
}

test('a passkey is added, signs its person in, is seen, and when removed opens nothing', async () => {
  const writer = await house.member('writer')
  const mine = browser(writer.cookies)
  const passkey = new SoftPasskey(SITE)
  expect(await register(mine, passkey)).toBe(200)
  const elsewhere = browser()
  expect(await enter(elsewhere, passkey)).toBe(200)
  expect((await elsewhere.ask('GET', '/api/v1/me')).json.id).toBe(writer.id)

  const list = await mine.ask('GET', '/api/v1/me/passkeys')
  expect(list.json.items).toMatchObject([{ name: 'Key ring' }])
  const path = `/api/v1/me/passkeys/${list.json.items[0].id}`
  expect((await house.owner.ask('DELETE', path)).status).toBe(404)
  expect((await mine.ask('DELETE', path)).status).toBe(204)
  expect(await enter(browser(), passkey)).toBe(401)
})

test('a passkey of a deactivated person opens nothing', async () => {
  const writer = await house.member('writer')
  const passkey = new SoftPasskey(SITE)
  expect(await register(browser(writer.cookies), passkey)).toBe(200)
  await house.owner.ask('PATCH', `/api/v1/people/${writer.id}`, {
    body: { active: false },
    headers: { 'if-match': '"1"' },
  })
  const visitor = browser()
  expect(await enter(visitor, passkey)).not.toBe(200)
  expect((await visitor.ask('GET', '/api/v1/me')).status).toBe(401)
})

test('a passkey made for another site is not taken', async () => {
  const writer = await house.member('writer')
  expect(await register(browser(writer.cookies), new SoftPasskey('https://elsewhere.example'))).toBe(400)
})

test('a key that does not ask who holds it does not sign in: it would be one factor for two', async () => {
  const writer = await house.member('writer')
  const passkey = new SoftPasskey(SITE, { asksPerson: false })
  await register(browser(writer.cookies), passkey)
  expect(await enter(browser(), passkey)).toBe(401)
})

test('nobody adds a passkey without being signed in', async () => {
  expect(await register(browser(), new SoftPasskey(SITE))).toBe(401)
})

test.each([
  ['POST', '/sign-up/email'],
  ['POST', '/sign-in/email'],
  ['POST', '/change-password'],
  ['POST', '/update-user'],
  ['POST', '/two-factor/verify-totp'],
  ['GET', '/get-session'],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/generate-register-options'],
  ['GET', '/ok'],
])('better-auth’s own door %s %s stays shut', async (method, path) => {
  const body =
    method === 'POST' ? { email: 'in@example.com', password: 'a whole sentence', name: 'In' } : undefined
  expect((await ceremony(method, path, { body })).status).toBe(404)
})

test('a ceremony that another site begins is refused', async () => {
  const answer = await ceremony('POST', '/passkey/verify-authentication', {
    body: {},
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})

test('a newsroom may come in by passkeys all day; who only begins is told to wait', async () => {
  const writer = await house.member('writer')
  const passkey = new SoftPasskey(SITE)
  expect(await register(browser(writer.cookies), passkey)).toBe(200)
  for (let i = 0; i < 65; i++) expect(await enter(browser(), passkey)).toBe(200)
  const begin = async () => (await browser().ask('GET', '/passkey/generate-authenticate-options')).status
  for (let i = 1; i <= 60; i++) expect(await begin()).toBe(200)
  await expect.poll(begin).toBe(429)
})
