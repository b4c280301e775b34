import type { Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { LiveTables } from './tables.ts'
import type { ShowJson } from './wire.ts'

const db = (source: Source) => source.q.withTables<LiveTables>()
const COLUMNS = ['id', 'slug', 'title', 'description', 'revision'] as const

export const listShows = (source: Source): Promise<ShowJson[]> =>
  db(source).selectFrom('shows').select(COLUMNS).orderBy('title').orderBy('id').limit(500).execute()

export const findShow = (source: Source, id: string): Promise<ShowJson | undefined> =>
  db(source).selectFrom('shows').select(COLUMNS).where('id', '=', id).executeTakeFirst()

export async function isShowSlugTaken(source: Source, slug: string): Promise<boolean> {
  const row = await db(source).selectFrom('shows').select('id').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined
}

const refuseTakenSlug =
  (slug: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'shows_slug_key'))
      throw new Refusal('conflict', `There is a show "${slug}" already. Choose another short name.`)
    throw error
  }

export const insertShow = (
  w: Write,
  show: Pick<ShowJson, 'slug' | 'title' | 'description'>,
): Promise<ShowJson> =>
  db(w)
    .insertInto('shows')
    .values(show)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
    .catch(refuseTakenSlug(show.slug))

/** `undefined`: it is not of that revision any more. */
export const saveShow = (
  w: Write,
  { id, slug, title, description }: ShowJson,
  basedOn: number,
): Promise<ShowJson | undefined> =>
  db(w)
    .updateTable('shows')
    .set((eb) => ({ slug, title, description, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returning(COLUMNS)
    .executeTakeFirst()
    .catch(refuseTakenSlug(slug))

export async function eventsOfShow(
  source: Source,
  showId: string,
): Promise<{ id: string; draft: boolean }[]> {
  return db(source).selectFrom('events').select(['id', 'draft']).where('show_id', '=', showId).execute()
}
