import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'

export interface PasskeyRow {
  id: string
  name: string | null
  createdAt: Date
}

export async function listPasskeys({ q }: Source, personId: string): Promise<PasskeyRow[]> {
  const { rows } = await sql<PasskeyRow>`
    select id, name, created_at as "createdAt" from passkeys where person_id = ${personId} order by id`.execute(
    q,
  )
  return rows
}

export async function deletePasskey(w: Write, personId: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`delete from passkeys where person_id = ${personId} and id = ${id} returning 1`.execute(w.q)
  return rows.length === 1
}
