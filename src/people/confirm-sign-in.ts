import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { type Auth } from './auth.ts'
import { callAuth, headersFor } from './auth-call.ts'
import { readMeById } from './me.ts'
import { type SignedInAnswer } from './sign-in.ts'
import type { SecondFactorInput, SignInAnswer } from './wire.ts'

const wrongCode = (): Refusal =>
  new Refusal(
    'not-signed-in',
    'This code is not right, or the sign-in took too long. Try the next code, or begin again with your password.',
  )

/** Six digits are a code of the app, anything else is taken for a recovery code. */
async function verifyCode(
  api: Auth['api'],
  code: string,
  headers: Headers,
): Promise<{ headers: Headers; response: { user: { id: string } } }> {
  const compact = code.replaceAll(' ', '')
  return /^\d{6}$/.test(compact)
    ? api.verifyTOTP({ body: { code: compact }, headers, returnHeaders: true })
    : api.verifyBackupCode({ body: { code: compact }, headers, returnHeaders: true })
}

/** The second step of a sign-in: the challenge in the browser's cookie, which allows five attempts, is the permission. */
export async function confirmSignIn(
  p: Platform,
  request: Request,
  input: SecondFactorInput,
): Promise<SignedInAnswer<SignInAnswer>> {
  const headers = headersFor(request)
  headers.set('cookie', withoutSession(headers.get('cookie')))
  const { cookies, answer } = await callAuth(p, wrongCode(), (api) => verifyCode(api, input.code, headers))
  return { cookies, answer: { state: 'signed-in', me: await readMeById(p, answer.user.id) } }
}

// With a session's cookie better-auth would confirm that session's second factor instead.
const withoutSession = (cookies: string | null): string =>
  (cookies ?? '')
    .split(';')
    .filter((part) => !part.includes('session_token='))
    .join(';')
