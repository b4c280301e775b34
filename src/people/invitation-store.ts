import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Role } from './rights.ts'

export interface InvitationRow {
  id: string
  email: string
  role: Role
  invitedBy: string | null
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

const COLUMNS = sql`i.id, i.email, i.role, i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt",
  (select nullif(name, '') from people where id = i.invited_by) as "invitedBy"`

/** A later invitation of the same address ends the earlier ones. */
export async function insertInvitation(
  w: Write,
  invitation: { email: string; role: Role; tokenHash: Buffer; invitedBy: string | null; days: number },
): Promise<InvitationRow> {
  await sql`update invitations set revoked_at = now()
    where email = ${invitation.email} and accepted_at is null and revoked_at is null`.execute(w.q)
  const { rows } = await sql<InvitationRow>`
    with i as (
      insert into invitations (email, role, token_hash, invited_by, expires_at)
      values (${invitation.email}, ${invitation.role}, ${invitation.tokenHash}, ${invitation.invitedBy},
        now() + make_interval(days => ${invitation.days})) returning *)
    select ${COLUMNS} from i`.execute(w.q)
  const [row] = rows
  if (!row) throw new Error('The invitation was not stored.')
  return row
}

export async function listInvitations({ q }: Source): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${COLUMNS} from invitations i where i.accepted_at is null or i.accepted_at > now() - interval '30 days'
    order by i.id desc limit 200`.execute(q)
  return rows
}

const OPEN = sql`i.accepted_at is null and i.revoked_at is null and i.expires_at > now()`

export async function findOpenInvitation(
  { q }: Source,
  tokenHash: Buffer,
): Promise<InvitationRow | undefined> {
  const { rows } = await sql<InvitationRow>`
    select ${COLUMNS} from invitations i where i.token_hash = ${tokenHash} and ${OPEN}`.execute(q)
  return rows[0]
}

/** Locks the invitation until it is accepted: of two at once the second finds it used. */
export async function lockOpenInvitation(w: Write, tokenHash: Buffer): Promise<InvitationRow | undefined> {
  const { rows } = await sql<InvitationRow>`
    select ${COLUMNS} from invitations i where i.token_hash = ${tokenHash} and ${OPEN} for update of i`.execute(
    w.q,
  )
  return rows[0]
}

export async function markAccepted(w: Write, id: string, personId: string): Promise<void> {
  await sql`update invitations set accepted_at = now(), accepted_by = ${personId} where id = ${id}`.execute(
    w.q,
  )
}

export async function markRevoked(w: Write, id: string): Promise<boolean> {
  const { rows } = await sql`
    update invitations set revoked_at = now()
    where id = ${id} and accepted_at is null and revoked_at is null returning 1`.execute(w.q)
  return rows.length === 1
}
