import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { findOpenInvitation, listInvitations } from './invitation-store.ts'
import { invitationOf } from './invite-person.ts'
import { type Person, requireRight } from './person.ts'
import { hashToken } from './secret-token.ts'
import type { Invitation, InvitationLook } from './wire.ts'

export async function listAllInvitations(p: Platform, person: Person): Promise<Invitation[]> {
  requireRight(person, 'people.manage')
  return (await listInvitations(p)).map((row) => invitationOf(row, p.clock.now()))
}

export const invitationGone = (): Refusal =>
  new Refusal('gone', 'This invitation was used, revoked or has ended. Ask for a new one.')

/** Open to everybody: who holds the link may see what it offers. */
export async function lookAtInvitation(p: Platform, token: string): Promise<InvitationLook> {
  const row = await findOpenInvitation(p, hashToken(token))
  if (!row) throw invitationGone()
  return { email: row.email, role: row.role, expiresAt: row.expiresAt.toISOString() }
}
