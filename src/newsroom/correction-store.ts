import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'

export interface Correction {
  id: string
  at: Date
  note: string
}

export async function insertCorrection(
  w: Write,
  storyId: string,
  at: Date,
  by: string | null,
  note: string,
): Promise<void> {
  await sql`insert into corrections (story_id, at, by_id, note) values (${storyId}, ${at}, ${by}, ${note})`.execute(
    w.q,
  )
}

/** In the order in which they were made. */
export async function correctionsOf({ q }: Source, storyId: string): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select id, at, note from corrections where story_id = ${storyId} order by at, id`.execute(q)
  return rows
}

/** The newest corrections of what is public, with the story that each belongs to. */
export async function newestCorrections(
  { q }: Source,
  now: Date,
  limit: number,
): Promise<(Correction & { slug: string; headline: string })[]> {
  const { rows } = await sql<Correction & { slug: string; headline: string }>`
    select c.id, c.at, c.note, s.slug, s.headline from corrections c join published_stories s on s.id = c.story_id
    where c.at <= ${now} and s.published_at <= ${now} order by c.at desc, c.id desc limit ${limit}`.execute(q)
  return rows
}
