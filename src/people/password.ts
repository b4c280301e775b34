import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** One of OWASP's equal choices for argon2id (Password Storage Cheat Sheet), in KiB: the quicker one on a small machine. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
/** Hashes run in libuv's four threads, which files and name look-ups need too. */
const AT_ONCE = 2

const waiting: (() => void)[] = []
let running = 0

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await act()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

// The same letters can arrive composed or decomposed, by keyboard and system.
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize('NFKC'))
const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** In the PHC string format, so that the cost can be raised later without losing what is stored. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await inTurn(() => derive('argon2id', { message: bytesOf(password), nonce, ...COST }))
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(nonce)}$${encode(tag)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(stored) ?? []
  if (!nonce || !tag) return false
  const expected = Buffer.from(tag, 'base64')
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  }
  const found = await inTurn(() =>
    derive('argon2id', { message: bytesOf(password), nonce: Buffer.from(nonce, 'base64'), ...cost }),
  )
  return timingSafeEqual(found, expected)
}
