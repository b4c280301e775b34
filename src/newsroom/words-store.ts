import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Words } from './words.ts'

/** Ids of published stories that are filed under it, in their order, after one of them. */
export async function idsFiledUnder(
  { q }: Source,
  { kind, id }: { kind: 'author' | 'tag'; id: string },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const from =
    kind === 'author' ? sql`story_authors where author_id = ${id}` : sql`story_tags where tag_id = ${id}`
  const rest = after === null ? sql`` : sql`and story_id > ${after}`
  const { rows } = await sql<{ id: string }>`
    select story_id as id from ${from} ${rest} order by story_id limit ${limit}`.execute(q)
  return rows.map((row) => row.id)
}

/** The search column, whose parts weigh by where they stand. */
export const searchVector = ({ first, second, rest }: Words) =>
  sql`setweight(to_tsvector('english', ${first}), 'A') || setweight(to_tsvector('english', ${second}), 'B')
    || setweight(to_tsvector('english', ${rest}), 'C')`

export async function writeWords(w: Write, id: string, words: Words): Promise<void> {
  await sql`update published_stories set words = ${searchVector(words)}, alike_words = lower(${words.alike})
    where id = ${id}`.execute(w.q)
}
