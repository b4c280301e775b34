import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { secret } from '../platform/settings-store.ts'

/** What a key opens: a cart to change, what it shows, an order. A key of one is none of another. */
type Purpose = 'cart' | 'cart-view' | 'order'

const secrets = new WeakMap<Platform, Promise<string>>()

async function shopSecret(p: Platform): Promise<string> {
  const known = secrets.get(p) ?? secret(p, 'shop', () => randomBytes(32).toString('base64url'))
  secrets.set(p, known)
  // Asked for while the database is away, it is asked for again.
  known.catch(() => secrets.delete(p))
  return known
}

/** 132 bits: nobody guesses one. */
const KEY_LENGTH = 22

export async function keyFor(p: Platform, purpose: Purpose, id: string): Promise<string> {
  const sum = createHmac('sha256', await shopSecret(p))
    .update(`${purpose}:${id}`)
    .digest('base64url')
  return sum.slice(0, KEY_LENGTH)
}

export async function isKeyFor(p: Platform, purpose: Purpose, id: string, key: string): Promise<boolean> {
  const given = Buffer.from(key)
  const expected = Buffer.from(await keyFor(p, purpose, id))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const signed = async (p: Platform, purpose: Purpose, id: string): Promise<string> =>
  `${id}.${await keyFor(p, purpose, id)}`

/** The id in `id.key`; `null`: not signed here. */
export async function openSigned(p: Platform, purpose: Purpose, text: string): Promise<string | null> {
  const [id = '', key = '', ...more] = text.split('.')
  return more.length === 0 && UUID.test(id) && (await isKeyFor(p, purpose, id, key)) ? id : null
}

/** The page of an order, for its buyer alone. */
export const orderPath = async (p: Platform, id: string): Promise<string> =>
  `/orders/${id}?key=${await keyFor(p, 'order', id)}`
