import type { Platform } from '../platform/platform.ts'
import { audit } from './audit-store.ts'
import { insertInvitation, type InvitationRow } from './invitation-store.ts'
import { type Person, requireRight } from './person.ts'
import { drawToken, hashToken } from './secret-token.ts'
import type { Invitation, Invited, InviteInput } from './wire.ts'

export function invitationOf(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    state: stateOf(row, now),
    invitedBy: row.invitedBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

function stateOf(row: InvitationRow, now: Date): Invitation['state'] {
  if (row.acceptedAt) return 'accepted'
  if (row.revokedAt) return 'revoked'
  return row.expiresAt <= now ? 'expired' : 'open'
}

/**
 * The link is returned as well, and only now: mail gets lost, and only the link's hash is kept. Without a mail server nothing is
 * written to the outbox either, where the link would stay readable.
 */
export async function invitePerson(
  p: Platform,
  person: Person,
  input: InviteInput,
  site: string,
): Promise<Invited> {
  requireRight(person, 'people.manage')
  const token = drawToken()
  const link = `${site}/studio/join?token=${token}`
  return p.write(async (w) => {
    const row = await insertInvitation(w, { ...input, tokenHash: hashToken(token), invitedBy: person.id })
    await audit(w, person, 'invitation.add', `invitation:${row.id}`, { role: input.role, days: input.days })
    w.touch('desk:people')
    const mailed = p.mailer.delivers
    if (mailed) p.mailer.send(w, mailOf(person, row, link))
    return { invitation: invitationOf(row, w.now), link, mailed }
  })
}

const mailOf = (person: Person, row: InvitationRow, link: string) => ({
  to: row.email,
  subject: 'Your invitation to the studio',
  text: `${person.name} invites you to the studio as ${row.role}.

Open this link to choose a password. It works once, until ${row.expiresAt.toUTCString()}:
${link}

If you did not expect this, do nothing.`,
})
