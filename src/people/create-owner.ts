import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { hashPassword } from './password.ts'
import { hasOwner, insertAccount } from './person-store.ts'
import { hashToken } from './secret-token.ts'
import { isSetupLink, takeSetupLink } from './setup-store.ts'
import type { SetupInput } from './wire.ts'

/** Makes the first account with the one-time link that start printed. The link is the permission: it is used up with the commit. */
export async function createOwner(p: Platform, input: SetupInput): Promise<string> {
  const hash = hashToken(input.token)
  const dead = new Refusal(
    'gone',
    'This link has been used, or a restart printed a newer one. Look at the terminal for the newest.',
  )
  // Asked once before the password is hashed, so that guessing links costs us nothing.
  if (!(await isSetupLink(p, hash))) throw dead
  const passwordHash = await hashPassword(input.password)
  return p.write(async (w) => {
    if (!(await takeSetupLink(w, hash)) || (await hasOwner(w))) throw dead
    w.touch('audit', 'desk:people')
    return insertAccount(w, { name: input.name, email: input.email, role: 'owner', passwordHash })
  })
}
