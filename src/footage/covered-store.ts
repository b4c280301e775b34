import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'

/** Those of these pictures that are posters of clips with a warning. */
export async function readCovered({ q }: Source, pictureIds: readonly string[]): Promise<Set<string>> {
  if (pictureIds.length === 0) return new Set()
  const { rows } = await sql<{ poster: string }>`
    select poster from clips where poster = any(${pictureIds}::uuid[]) and warning_says is not null`.execute(
    q,
  )
  return new Set(rows.map(({ poster }) => poster))
}
