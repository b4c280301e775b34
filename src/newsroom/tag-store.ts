import { sql, type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'

export interface TagContent {
  slug: string
  name: string
  description: string
}

export interface StoredTag extends TagContent {
  id: string
  revision: number
}

const COLUMNS = sql`id, revision, slug, name, description`

/** A brand has tens of them: the list is whole. */
export async function listTags({ q }: Source): Promise<StoredTag[]> {
  const { rows } = await sql<StoredTag>`select ${COLUMNS} from tags order by name, id`.execute(q)
  return rows
}

export async function readTags({ q }: Source, ids: readonly string[]): Promise<StoredTag[]> {
  const { rows } = await sql<StoredTag>`
    select ${COLUMNS} from tags where id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], id)`.execute(
    q,
  )
  return rows
}

export async function findTagBySlug({ q }: Source, slug: string): Promise<StoredTag | null> {
  const { rows } = await sql<StoredTag>`select ${COLUMNS} from tags where slug = ${slug}`.execute(q)
  return rows[0] ?? null
}

export async function insertTag(w: Write, tag: TagContent): Promise<StoredTag> {
  const made = await oneOrTwin(
    tag.slug,
    sql<StoredTag>`
      insert into tags (slug, name, description) values (${tag.slug}, ${tag.name}, ${tag.description}) returning ${COLUMNS}`.execute(
      w.q,
    ),
  )
  if (!made) throw new Error('PostgreSQL returned no row for a new tag.')
  return made
}

/** `null`: it has another revision meanwhile. */
export const updateTag = (
  w: Write,
  id: string,
  basedOn: number,
  tag: TagContent,
): Promise<StoredTag | null> =>
  oneOrTwin(
    tag.slug,
    sql<StoredTag>`
      update tags set slug = ${tag.slug}, name = ${tag.name}, description = ${tag.description}, revision = revision + 1
      where id = ${id} and revision = ${basedOn} returning ${COLUMNS}`.execute(w.q),
  )

async function oneOrTwin(slug: string, done: Promise<{ rows: StoredTag[] }>): Promise<StoredTag | null> {
  try {
    return (await done).rows[0] ?? null
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal('conflict', `There is a tag with the address ${slug} already. Choose another one.`)
    throw error
  }
}
