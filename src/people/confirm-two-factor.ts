import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { callAuth, headersFor } from './auth-call.ts'
import { guessedRight, takeGuess } from './guess.ts'
import { type Person, requireSession } from './person.ts'
import type { SecondFactorInput } from './wire.ts'

/** The first code from the app turns two-factor sign-in on; the browser gets a new session. */
export async function confirmTwoFactor(
  p: Platform,
  person: Person,
  request: Request,
  input: SecondFactorInput,
): Promise<string[]> {
  requireSession(person)
  await takeGuess(p, request, person.id)
  const wrong = new Refusal('unprocessable', 'This code is not right. Wait for the next one, then try again.')
  const { cookies } = await callAuth(p, wrong, (api) =>
    api.verifyTOTP({
      body: { code: input.code.replaceAll(' ', '') },
      headers: headersFor(request),
      returnHeaders: true,
    }),
  )
  await guessedRight(p, request, person.id)
  return cookies
}
