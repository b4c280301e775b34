import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../test/support/test-house.ts'
import { testPlatform } from '../../test/support/test-platform.ts'
import { issueToken } from './issue-token.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const wish = (more: object) => ({
  name: 'Import',
  role: undefined,
  rights: undefined,
  days: undefined,
  ...more,
})

test('a token of a role may what the role may, and the log names Pressbox as its maker', async () => {
  const { secret, token } = await issueToken(house.p, wish({ role: 'writer', days: 3 }))
  expect(token.scope).toEqual(['studio.open', 'story.write', 'picture.add'])
  const me = await house.ask('GET', '/api/v1/me', { bearer: secret })
  expect(me.json).toMatchObject({ email: 'olive@example.com', rights: token.scope })
  expect((await house.ask('GET', '/api/v1/people', { bearer: secret })).status).toBe(403)
  const log = await house.owner.ask('GET', `/api/v1/audit?subject=token:${token.id}`)
  expect(log.json.items).toMatchObject([{ action: 'token.add', actor: 'system' }])
})

test.each([
  [{}, 'Say what it may do'],
  [{ role: 'writer', rights: ['story.write'] }, 'Say what it may do'],
  [{ role: 'king' }, 'There is no role "king"'],
  [{ rights: ['story.burn'] }, '"story.burn" is not a right'],
  [{ role: 'host', days: 4000 }, '366'],
  [{ role: 'host', days: Number.NaN }, 'number'],
])('%j is refused with a sentence', async (more, sentence) => {
  await expect(issueToken(house.p, wish(more))).rejects.toThrow(sentence)
})

test('without an owner there is nobody to whom a token could belong', async () => {
  const platform = await testPlatform()
  await expect(issueToken(platform.p, wish({ role: 'host' }))).rejects.toThrow('no owner yet')
  await platform.close()
})
