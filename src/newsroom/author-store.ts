import { sql, type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'

export interface AuthorContent {
  slug: string
  name: string
  roleTitle: string
  bio: string
  portrait: string | null
  personId: string | null
}

export interface StoredAuthor extends AuthorContent {
  id: string
  revision: number
}

const COLUMNS = sql`id, revision, slug, name, role_title as "roleTitle", bio, portrait, person_id as "personId"`

/** A brand has tens of them: the list is whole. */
export async function listAuthors({ q }: Source): Promise<StoredAuthor[]> {
  const { rows } = await sql<StoredAuthor>`select ${COLUMNS} from authors order by name, id`.execute(q)
  return rows
}

export async function readAuthors({ q }: Source, ids: readonly string[]): Promise<StoredAuthor[]> {
  const { rows } = await sql<StoredAuthor>`
    select ${COLUMNS} from authors where id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], id)`.execute(
    q,
  )
  return rows
}

export async function findAuthorBySlug({ q }: Source, slug: string): Promise<StoredAuthor | null> {
  const { rows } = await sql<StoredAuthor>`select ${COLUMNS} from authors where slug = ${slug}`.execute(q)
  return rows[0] ?? null
}

export async function insertAuthor(w: Write, author: AuthorContent): Promise<StoredAuthor> {
  const made = await oneOrTwin(
    author.slug,
    sql<StoredAuthor>`
      insert into authors (slug, name, role_title, bio, portrait, person_id) values (${author.slug}, ${author.name},
        ${author.roleTitle}, ${author.bio}, ${author.portrait}, ${author.personId}) returning ${COLUMNS}`.execute(
      w.q,
    ),
  )
  if (!made) throw new Error('PostgreSQL returned no row for a new author.')
  return made
}

/** `null`: it has another revision meanwhile. */
export const updateAuthor = (
  w: Write,
  id: string,
  basedOn: number,
  author: AuthorContent,
): Promise<StoredAuthor | null> =>
  oneOrTwin(
    author.slug,
    sql<StoredAuthor>`
      update authors set slug = ${author.slug}, name = ${author.name}, role_title = ${author.roleTitle},
        bio = ${author.bio}, portrait = ${author.portrait}, person_id = ${author.personId}, revision = revision + 1
      where id = ${id} and revision = ${basedOn} returning ${COLUMNS}`.execute(w.q),
  )

async function oneOrTwin(
  slug: string,
  done: Promise<{ rows: StoredAuthor[] }>,
): Promise<StoredAuthor | null> {
  try {
    return (await done).rows[0] ?? null
  } catch (error) {
    if (isUniqueViolation(error))
      throw new Refusal(
        'conflict',
        `There is an author with the address ${slug} already. Choose another one.`,
      )
    throw error
  }
}
