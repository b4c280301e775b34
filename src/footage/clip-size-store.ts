import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { StoredSize } from './clip-store.ts'

/** The new cut takes the place of the one before, which stays playable for those who are at it. */
export async function replaceSizes(
  { q }: Source,
  clipId: string,
  sizes: readonly StoredSize[],
): Promise<void> {
  await sql`update clip_sizes set retired_at = clock_timestamp()
    where clip_id = ${clipId} and retired_at is null`.execute(q)
  for (const { sha256, width, height, bytes } of sizes)
    await sql`insert into clip_sizes (clip_id, sha256, width, height, bytes)
      values (${clipId}, ${sha256}, ${width}, ${height}, ${bytes})
      on conflict (clip_id, sha256) do update set retired_at = null`.execute(q)
}

/** Whether this file is a cut that readers may have, in this height. */
export async function isPublicCut({ q }: Source, sha256: string, height: number): Promise<boolean> {
  const { rows } = await sql`select from clip_sizes
    where sha256 = ${sha256} and height = ${height} limit 1`.execute(q)
  return rows.length > 0
}

/** Forgets cuts that were retired before; their hashes. */
export async function deleteRetired({ q }: Source, clipId: string, before: Date): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`delete from clip_sizes
    where clip_id = ${clipId} and retired_at <= ${before} returning sha256`.execute(q)
  return rows.map(({ sha256 }) => sha256)
}

export async function listHashesOfClip({ q }: Source, clipId: string): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from clip_sizes where clip_id = ${clipId}`.execute(q)
  return rows.map(({ sha256 }) => sha256)
}

/** Those of these hashes that nothing of footage's videos stands on any more. */
export async function unusedHashes({ q }: Source, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<{ sha256: string }>`
    select h as sha256 from unnest(${hashes}::text[]) h
    where not exists (select from clip_sizes where sha256 = h)
      and not exists (select from masters where sha256 = h or preview_sha256 = h)
      and not exists (select from pictures where sha256 = h)`.execute(q)
  return rows.map(({ sha256 }) => sha256)
}
