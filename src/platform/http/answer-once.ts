import { createHash } from 'node:crypto'
import type { Source } from '../db/database.ts'
import { actingUnder } from '../log/acting-under.ts'
import { type Caller, Reply } from './endpoint.ts'
import { findAnswer, keepAnswer, releaseKey, reserveKey } from './idempotency-store.ts'
import { Refusal } from './problem.ts'

const LONGEST_KEY = 200

/** Acts for the first request with this `Idempotency-Key`; a repeat gets the same answer, and never acts again. */
export async function answerOnce(
  source: Source,
  caller: Caller,
  key: string,
  request: unknown[],
  act: () => Promise<unknown>,
): Promise<Reply> {
  if (key.length > LONGEST_KEY)
    throw new Refusal('invalid', `The Idempotency-Key is longer than ${LONGEST_KEY} characters.`)
  const actor = caller.id ?? 'nobody'
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  if (!(await reserveKey(source, actor, key, hash))) return answerKept(source, actor, key, hash)
  try {
    const result = await actingUnder.run({ actor, key }, act)
    const reply = result instanceof Reply ? result : new Reply(result)
    await keepAnswer(source, actor, key, reply.status, reply.body)
    return reply
  } catch (error) {
    await releaseKey(source, actor, key)
    throw error
  }
}

async function answerKept(source: Source, actor: string, key: string, hash: string): Promise<Reply> {
  const kept = await findAnswer(source, actor, key)
  if (kept && kept.requestHash !== hash)
    throw new Refusal(
      'unprocessable',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    )
  if (kept?.status != null) return new Reply(kept.reply, kept.status)
  if (kept?.acted && kept.old)
    throw new Refusal(
      'conflict',
      'This request was carried out, but its answer was lost in a crash. Look at what there is now before you send it with a new key.',
    )
  throw new Refusal(
    'conflict',
    'The first request with this Idempotency-Key is still being worked on. Try again in a moment.',
    { retryAfter: 1 },
  )
}
