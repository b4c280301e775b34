import type { Platform } from '../platform/platform.ts'
import { audit } from './audit-store.ts'
import { findOpenInvitation, lockOpenInvitation, markAccepted } from './invitation-store.ts'
import { invitationGone } from './list-invitations.ts'
import { hashPassword } from './password.ts'
import { NOBODY } from './person.ts'
import { insertAccount } from './person-store.ts'
import { hashToken } from './secret-token.ts'
import type { AcceptInput } from './wire.ts'

/** Open to everybody: the invitation's link is the permission, and is used up with the commit. Returns the new person's id. */
export async function acceptInvitation(p: Platform, input: AcceptInput): Promise<string> {
  const tokenHash = hashToken(input.token)
  // Asked once before the password is hashed, so that guessing links costs us nothing.
  if (!(await findOpenInvitation(p, tokenHash))) throw invitationGone()
  const passwordHash = await hashPassword(input.password)
  return p.write(async (w) => {
    const invitation = await lockOpenInvitation(w, tokenHash)
    if (!invitation) throw invitationGone()
    const { email, role } = invitation
    const id = await insertAccount(w, { name: input.name, email, role, passwordHash })
    await markAccepted(w, invitation.id, id)
    await audit(w, { ...NOBODY, id, kind: 'person' }, 'invitation.accept', `invitation:${invitation.id}`)
    w.touch('desk:people')
    return id
  })
}
