import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { forgetGuesses } from './guess.ts'
import { hashPassword } from './password.ts'
import { NOBODY } from './person.ts'
import { dropTwoFactor, setPasswordHash } from './person-store.ts'
import { isOpenPasswordLink, takePasswordLink } from './password-link-store.ts'
import { hashToken } from './secret-token.ts'
import { deleteSessions } from './session-store.ts'
import type { ResetPasswordInput } from './wire.ts'

/** Open to everybody: the link is the permission, and is used up with the commit. Ends every session; a second factor stays asked. */
export async function resetPassword(p: Platform, input: ResetPasswordInput): Promise<void> {
  const tokenHash = hashToken(input.token)
  const dead = new Refusal('gone', 'This link has been used or is too old. Ask for a new one.')
  // Asked once before the password is hashed, so that guessing links costs us nothing.
  if (!(await isOpenPasswordLink(p, tokenHash))) throw dead
  const passwordHash = await hashPassword(input.password)
  const email = await p.write(async (w) => {
    const link = await takePasswordLink(w, tokenHash)
    if (!link) throw dead
    await actAs(w, { ...NOBODY, id: link.personId, kind: 'person' })
    await setPasswordHash(w, link.personId, passwordHash)
    if (link.endsTwoFactor) await dropTwoFactor(w, link.personId)
    await deleteSessions(w, link.personId)
    return link.email
  })
  await forgetGuesses(p, email)
}
