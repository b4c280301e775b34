import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'

/** Replaces the link that there was: one at a time is good. */
export async function replaceSetupLink({ q }: Source, tokenHash: Buffer): Promise<void> {
  await sql`insert into setup_link (token_hash) values (${tokenHash})
    on conflict (only_row) do update set token_hash = excluded.token_hash, created_at = now()`.execute(q)
}

/** True for the one who takes it; a second waits for the first's commit and finds nothing. */
export async function takeSetupLink(w: Write, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql`delete from setup_link where token_hash = ${tokenHash} returning 1`.execute(w.q)
  return rows.length === 1
}

export async function clearSetupLink({ q }: Source): Promise<void> {
  await sql`delete from setup_link`.execute(q)
}

export async function isSetupLink({ q }: Source, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from setup_link where token_hash = ${tokenHash}`.execute(q)
  return rows.length === 1
}
