import { createHash } from 'node:crypto'
import { clientAddress, networkOf } from '../platform/http/client-address.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { forgetAttempts, refundAttempt, takeAttempt } from './guess-store.ts'

/** Attempts before the first wait. A network is shared by a whole newsroom, and by whoever guesses at many accounts. */
const FREE = { account: 5, address: 30, passkey: 60, forgotten: 3, mails: 10 }
type Limit = keyof typeof FREE
/** Waits double from 2 s to this. */
const LONGEST_S = 900

// Hashed, so that the table does not collect addresses of people who have no account here.
const keyOf = (limit: Limit, name: string): string =>
  `${limit}:${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`

async function take(p: Platform, limit: Limit, name: string): Promise<void> {
  const seconds = await takeAttempt(p, keyOf(limit, name), FREE[limit], LONGEST_S)
  if (seconds > 0)
    throw new Refusal('too-many-requests', `Too many attempts. Try again in ${seconds} seconds.`, {
      retryAfter: seconds,
    })
}

const networkName = (request: Request): string => networkOf(clientAddress(request) ?? 'unknown')

/** Before a password is looked at: counted for the account, whether there is such a one or not, and for the network. */
export async function takeGuess(p: Platform, request: Request, account: string): Promise<void> {
  await take(p, 'address', networkName(request))
  await take(p, 'account', account)
}

export async function guessedRight(p: Platform, request: Request, account: string): Promise<void> {
  await refundAttempt(p, keyOf('address', networkName(request)), FREE.address)
  await forgetAttempts(p, keyOf('account', account))
}

/** After a new password, waits that a guesser has caused are over. */
export const forgetGuesses = (p: Platform, account: string): Promise<void> =>
  forgetAttempts(p, keyOf('account', account))

/** Every password link is a mail to somebody: counted for the address, whether it has an account or not, and for the network. */
export async function takeForgotten(p: Platform, request: Request, account: string): Promise<void> {
  await take(p, 'mails', networkName(request))
  await take(p, 'forgotten', account)
}

/** Every start of a passkey sign-in leaves a challenge in the database. */
export const takePasskeyStart = (p: Platform, request: Request): Promise<void> =>
  take(p, 'passkey', networkName(request))

/** Somebody of this network has come in by one: what was begun there and left counts no more. */
export const enteredByPasskey = (p: Platform, request: Request): Promise<void> =>
  forgetAttempts(p, keyOf('passkey', networkName(request)))
