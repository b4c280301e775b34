import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Role } from './rights.ts'

export interface SessionRow {
  id: string
  address: string | null
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

export interface SignedIn {
  sessionId: string
  personId: string
  name: string
  role: Role
  /** More than a minute since `last_seen_at` was written. */
  unseen: boolean
}

/** The person behind a session's token, while both are good. */
export async function findSignedIn({ q }: Source, token: string): Promise<SignedIn | undefined> {
  const { rows } = await sql<SignedIn>`
    select s.id as "sessionId", p.id as "personId", p.name, p.role,
      s.last_seen_at < now() - interval '1 minute' as unseen
    from sessions s join people p on p.id = s.person_id
    where s.token = ${token} and s.expires_at > now() and p.deactivated_at is null`.execute(q)
  return rows[0]
}

export async function markSeen({ q }: Source, sessionId: string): Promise<void> {
  await sql`update sessions set last_seen_at = now() where id = ${sessionId}`.execute(q)
}

export async function listSessions({ q }: Source, personId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, ip_address as address, user_agent as "userAgent", created_at as "createdAt",
      last_seen_at as "lastSeenAt", expires_at as "expiresAt"
    from sessions where person_id = ${personId} and expires_at > now() order by last_seen_at desc, id`.execute(
    q,
  )
  return rows
}

export async function deleteSession(w: Write, personId: string, sessionId: string): Promise<boolean> {
  const { rows } =
    await sql`delete from sessions where person_id = ${personId} and id = ${sessionId} returning 1`.execute(
      w.q,
    )
  return rows.length === 1
}

/** All of the person's sessions, but the one that is kept. */
export async function deleteSessions(w: Write, personId: string, kept: string | null = null): Promise<void> {
  await sql`delete from sessions where person_id = ${personId} and id is distinct from ${kept}::uuid`.execute(
    w.q,
  )
}

export async function deleteSessionByToken({ q }: Source, token: string): Promise<void> {
  await sql`delete from sessions where token = ${token}`.execute(q)
}

/** better-auth asks this before it makes a session, whichever way somebody signs in. */
export async function maySignIn({ q }: Source, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from people where id = ${personId} and deactivated_at is null and erased_at is null`.execute(
      q,
    )
  return rows.length === 1
}

/** Sessions and sign-in challenges that nobody came back for. */
export async function sweepExpired({ q }: Source): Promise<void> {
  await sql`delete from verifications where expires_at < now()`.execute(q)
  await sql`delete from sessions where expires_at < now()`.execute(q)
}
