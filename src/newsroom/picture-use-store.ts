import { sql, type Source } from '../platform/db/database.ts'

interface UsedPicture {
  kind: 'story' | 'author'
  id: string
  title: string
}

/** More would not be read; one is enough to keep a picture. */
const LIMIT = 20

/** Working versions, what readers see of stories (which may differ) and authors that show this picture. */
export async function readPictureUses({ q }: Source, picture: string): Promise<UsedPicture[]> {
  const shown = sql`jsonb_path_query_array(document, '$.blocks[*].picture') @> to_jsonb(${picture}::text)`
  const { rows } = await sql<UsedPicture>`
    select 'story' as kind, id, headline as title from stories where id in (
      select id from stories where cover = ${picture}
      union select id from stories where ${shown}
      union select id from published_stories where cover = ${picture}
      union select id from published_stories where ${shown})
    union all select 'author', id, name from authors where portrait = ${picture}
    limit ${sql.lit(LIMIT)}`.execute(q)
  return rows
}

/** Working versions and what readers see of stories that show this clip, or have words of it. */
export async function readClipUses({ q }: Source, clip: string): Promise<{ id: string; title: string }[]> {
  const shown = sql`jsonb_path_query_array(document, '$.blocks[*].**.clip') @> to_jsonb(${clip}::text)`
  const { rows } = await sql<{ id: string; title: string }>`
    select id, headline as title from stories where id in (
      select id from stories where ${shown}
      union select id from published_stories where ${shown})
    limit ${sql.lit(LIMIT)}`.execute(q)
  return rows
}
