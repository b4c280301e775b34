import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { sessionSecret } from './auth.ts'
import { callAuth, headersFor } from './auth-call.ts'
import { guessedRight, takeGuess } from './guess.ts'
import { readMeById } from './me.ts'
import { readSessionToken } from './session-cookie.ts'
import { deleteSessionByToken } from './session-store.ts'
import type { SignInAnswer, SignInInput } from './wire.ts'

export interface SignedInAnswer<T> {
  cookies: string[]
  answer: T
}

/** The same words whether there is no such account, it was deactivated, or the password is wrong. */
const wrong = (): Refusal =>
  new Refusal('not-signed-in', 'The e-mail address or the password is not right. Check both, then try again.')

/** Open to everybody: the password is the permission. Always opens a new session, and ends the one that the browser had. */
export async function signIn(
  p: Platform,
  request: Request,
  input: SignInInput,
): Promise<SignedInAnswer<SignInAnswer>> {
  await takeGuess(p, request, input.email)
  const headers = headersFor(request)
  const { cookies, answer } = await callAuth(p, wrong(), (api) =>
    api.signInEmail({ body: input, headers, returnHeaders: true }),
  )
  await guessedRight(p, request, input.email)
  await endFormerSession(p, request)
  if ('twoFactorRedirect' in answer) return { cookies, answer: { state: 'second-factor' } }
  return { cookies, answer: { state: 'signed-in', me: await readMeById(p, answer.user.id) } }
}

export async function endFormerSession(p: Platform, request: Request): Promise<void> {
  const token = readSessionToken(request.headers.get('cookie'), await sessionSecret(p))
  if (token !== null) await deleteSessionByToken(p, token)
}

/** Opens a session for somebody who has proved otherwise who they are. */
export async function openSessionFor(
  p: Platform,
  request: Request,
  personId: string,
): Promise<SignedInAnswer<Extract<SignInAnswer, { state: 'signed-in' }>>> {
  const { cookies } = await callAuth(p, wrong(), (api) =>
    api.openSession({ body: { personId }, headers: headersFor(request), returnHeaders: true }),
  )
  await endFormerSession(p, request)
  return { cookies, answer: { state: 'signed-in', me: await readMeById(p, personId) } }
}
