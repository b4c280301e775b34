import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is found right, another one wrong, and the same twice has two hashes', async () => {
  const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await verifyPassword('correct horse', one)).toBe(true)
  expect(await verifyPassword('correct horsf', one)).toBe(false)
})

test('letters typed composed and decomposed are the same password', async () => {
  const stored = await hashPassword('Über-Geheimnis')
  expect(await verifyPassword('U\u0308ber-Geheimnis', stored)).toBe(true)
})

test('what is not such a hash matches nothing', async () => {
  expect(await verifyPassword('', '')).toBe(false)
  expect(await verifyPassword('x', '$2b$10$abcdefghijklmnopqrstuv')).toBe(false)
})

test('the event loop turns while passwords are hashed', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  await Promise.all(Array.from({ length: 4 }, () => hashPassword('correct horse')))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})
