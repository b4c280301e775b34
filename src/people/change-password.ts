import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { guessedRight, takeGuess } from './guess.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { type Person, requireSession } from './person.ts'
import { findPasswordHash, updatePasswordHash } from './person-store.ts'
import { deleteSessions } from './session-store.ts'
import type { ChangePasswordInput } from './wire.ts'

/** Ends every session of the person, also the one that asks: its browser gets a new one. */
export async function changePassword(
  p: Platform,
  person: Person,
  request: Request,
  input: ChangePasswordInput,
): Promise<void> {
  requireSession(person)
  const was = await requirePassword(p, person.id, request, input.current)
  const hash = await hashPassword(input.next)
  await p.write(async (w) => {
    await actAs(w, person)
    if (!(await updatePasswordHash(w, person.id, was, hash)))
      throw new Refusal('conflict', 'The password was changed meanwhile. Sign in again.')
    await deleteSessions(w, person.id)
  })
}

/** Asks for the password again before something that outlasts the session; guessing here is limited like at the sign-in. */
export async function requirePassword(
  p: Platform,
  personId: string,
  request: Request,
  password: string,
): Promise<string> {
  await takeGuess(p, request, personId)
  const stored = await findPasswordHash(p, personId)
  if (!stored || !(await verifyPassword(password, stored)))
    throw new Refusal('unprocessable', 'This is not your present password. Check it, then try again.')
  await guessedRight(p, request, personId)
  return stored
}
