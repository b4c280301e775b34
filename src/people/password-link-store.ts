import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'

export interface PasswordLink {
  personId: string
  email: string
  endsTwoFactor: boolean
}

/** A later link of the same person ends the earlier one. */
export async function replacePasswordLink(
  w: Write,
  link: { personId: string; tokenHash: Buffer; endsTwoFactor: boolean; minutes: number },
): Promise<void> {
  await sql`insert into password_links (person_id, token_hash, ends_two_factor, expires_at)
    values (${link.personId}, ${link.tokenHash}, ${link.endsTwoFactor}, now() + make_interval(mins => ${link.minutes}))
    on conflict (person_id) do update set token_hash = excluded.token_hash,
      ends_two_factor = excluded.ends_two_factor, expires_at = excluded.expires_at`.execute(w.q)
}

export async function isOpenPasswordLink({ q }: Source, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select 1 from password_links where token_hash = ${tokenHash} and expires_at > now()`.execute(q)
  return rows.length === 1
}

/** Uses the link up: a second at the same moment waits for the first's commit and finds nothing. */
export async function takePasswordLink(w: Write, tokenHash: Buffer): Promise<PasswordLink | undefined> {
  const { rows } = await sql<PasswordLink>`
    delete from password_links l using people p
    where l.token_hash = ${tokenHash} and l.expires_at > now() and p.id = l.person_id and p.deactivated_at is null
    returning p.id as "personId", p.email, l.ends_two_factor as "endsTwoFactor"`.execute(w.q)
  return rows[0]
}
