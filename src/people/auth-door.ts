import { problemResponse, Refusal } from '../platform/http/problem.ts'
import { readBytes } from '../platform/http/read-body.ts'
import type { Platform } from '../platform/platform.ts'
import { authOf } from './auth.ts'
import { headersFor } from './auth-call.ts'
import { enteredByPasskey, takePasskeyStart } from './guess.ts'
import { originAllowed } from './origin.ts'

/** All that browsers may ask of better-auth itself; the rest of it is called by our own doors, or not at all. */
const ALLOWED = new Map([
  ['/api/auth/passkey/generate-register-options', 'GET'],
  ['/api/auth/passkey/verify-registration', 'POST'],
  ['/api/auth/passkey/generate-authenticate-options', 'GET'],
  ['/api/auth/passkey/verify-authentication', 'POST'],
])
const MAX_BYTES = 64_000

/** The door of the passkey ceremonies: their JSON is what browsers' WebAuthn takes and gives. */
export const authHandler =
  (p: Platform) =>
  async (request: Request): Promise<Response> => {
    try {
      return await answer(p, request)
    } catch (error) {
      return problemResponse(error, (unexpected) => p.log.error({ error: unexpected }, 'sign-in door failed'))
    }
  }

async function answer(p: Platform, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (ALLOWED.get(pathname) !== request.method)
    throw new Refusal(
      'not-found',
      'There is no such door. Passkeys are handled here; all else is under /api/v1.',
    )
  if (request.method === 'POST' && !originAllowed(request, p.config.PUBLIC_URL))
    throw new Refusal('forbidden', 'This request comes from another site. Open the studio on this site.')
  if (pathname.endsWith('/generate-authenticate-options')) await takePasskeyStart(p, request)
  const auth = await authOf(p)
  const response = await auth.handler(await forward(request))
  if (request.method === 'POST') p.tail.announce()
  if (!response.ok) throw refusalOf(pathname, response.status)
  if (pathname.endsWith('/verify-authentication')) await enteredByPasskey(p, request)
  return response
}

async function forward(request: Request): Promise<Request> {
  const headers = headersFor(request)
  if (request.method === 'GET') return new Request(request.url, { headers })
  headers.set('content-type', 'application/json')
  const body = new Uint8Array(await readBytes(request, MAX_BYTES))
  return new Request(request.url, { method: 'POST', headers, body })
}

function refusalOf(pathname: string, status: number): Error {
  if (status === 401)
    return new Refusal('not-signed-in', 'This passkey is not known here. Sign in with your password.')
  if (status === 403)
    return new Refusal('forbidden', 'Sign in again before you change how you sign in: this session is old.')
  // better-auth answers 500 to a registration that does not hold, whatever is wrong with it.
  if (status < 500 || pathname.endsWith('/verify-registration'))
    return new Refusal('invalid', 'The passkey could not be checked. Try again.')
  return new Error('better-auth could not complete a passkey ceremony.')
}
