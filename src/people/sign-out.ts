import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { callAuth, headersFor } from './auth-call.ts'

/** Open to everybody: ends the session of the browser's own cookie, if it has one; the old cookie is dead from then on. */
export async function signOut(p: Platform, request: Request): Promise<string[]> {
  const { cookies } = await callAuth(p, new Refusal('not-signed-in', 'Nobody is signed in here.'), (api) =>
    api.signOut({ headers: headersFor(request), returnHeaders: true }),
  )
  return cookies
}
