import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { callAuth, headersFor } from './auth-call.ts'
import { requirePassword } from './change-password.ts'
import { type Person, requireSession } from './person.ts'
import type { PasswordInput } from './wire.ts'

export async function turnOffTwoFactor(
  p: Platform,
  person: Person,
  request: Request,
  input: PasswordInput,
): Promise<string[]> {
  requireSession(person)
  await requirePassword(p, person.id, request, input.password)
  const refused = new Refusal('conflict', 'Two-factor sign-in could not be turned off. Sign in again first.')
  const { cookies } = await callAuth(p, refused, (api) =>
    api.disableTwoFactor({ body: input, headers: headersFor(request), returnHeaders: true }),
  )
  return cookies
}
