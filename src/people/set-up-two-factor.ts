import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { callAuth, headersFor } from './auth-call.ts'
import { requirePassword } from './change-password.ts'
import { type Person, requireSession } from './person.ts'
import type { PasswordInput, TwoFactorStart } from './wire.ts'

/** Draws the app's secret and the recovery codes. Nothing is asked at sign-in until the first code has been confirmed. */
export async function setUpTwoFactor(
  p: Platform,
  person: Person,
  request: Request,
  input: PasswordInput,
): Promise<TwoFactorStart> {
  requireSession(person)
  await requirePassword(p, person.id, request, input.password)
  const refused = new Refusal('conflict', 'Two-factor sign-in is on already. Turn it off first.')
  const { answer } = await callAuth(p, refused, (api) =>
    api.enableTwoFactor({
      body: { ...input, method: 'totp' },
      headers: headersFor(request),
      returnHeaders: true,
    }),
  )
  if (answer.method !== 'totp')
    throw new Error('Two-factor sign-in by app was asked for, and another kind set up.')
  return { uri: answer.totpURI, recoveryCodes: answer.backupCodes }
}
