import type { Generated, Selectable } from 'kysely'
import type { Document } from '../newsroom/public.ts'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'

export interface StaticPageFields {
  slug: string
  title: string
  description: string
  document: Document
  published: boolean
}
export interface StaticPage extends StaticPageFields {
  id: string
  revision: number
  updatedAt: Date
}

type StaticPageTable = {
  static_pages: {
    id: Generated<string>
    revision: Generated<number>
    slug: string
    title: string
    description: string
    document: unknown
    published: boolean
    updated_at: Generated<Date>
  }
}

const db = (s: Source) => s.q.withTables<StaticPageTable>()

// What was stored has been through the document's schema.
const toPage = ({
  updated_at,
  document,
  ...row
}: Selectable<StaticPageTable['static_pages']>): StaticPage => ({
  ...row,
  document: document as Document,
  updatedAt: updated_at,
})

const COLUMNS = [
  'id',
  'revision',
  'slug',
  'title',
  'description',
  'document',
  'published',
  'updated_at',
] as const

const toRow = ({ document, ...fields }: StaticPageFields) => ({
  ...fields,
  document: JSON.stringify(document),
})

export async function listStaticPages(s: Source): Promise<StaticPage[]> {
  const rows = await db(s).selectFrom('static_pages').select(COLUMNS).orderBy('slug').execute()
  return rows.map(toPage)
}

export async function findStaticPage(s: Source, id: string): Promise<StaticPage | null> {
  const row = await db(s).selectFrom('static_pages').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row ? toPage(row) : null
}

/** The page that readers find at this address. */
export async function findPublishedPage(s: Source, slug: string): Promise<StaticPage | null> {
  const row = await db(s)
    .selectFrom('static_pages')
    .select(COLUMNS)
    .where('slug', '=', slug)
    .where('published', '=', true)
    .executeTakeFirst()
  return row ? toPage(row) : null
}

export async function insertStaticPage(w: Write, fields: StaticPageFields): Promise<StaticPage> {
  const row = await db(w)
    .insertInto('static_pages')
    .values(toRow(fields))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return toPage(row)
}

/** `null`: it is not there any more, or has another revision. */
export async function replaceStaticPage(
  w: Write,
  id: string,
  revision: number,
  fields: StaticPageFields,
): Promise<StaticPage | null> {
  const row = await db(w)
    .updateTable('static_pages')
    .set({ ...toRow(fields), revision: revision + 1, updated_at: w.now })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row ? toPage(row) : null
}

export const removeStaticPage = async (w: Write, id: string): Promise<void> => {
  await db(w).deleteFrom('static_pages').where('id', '=', id).execute()
}

export const isSlugTaken = async (s: Source, slug: string, exceptId: string | null): Promise<boolean> => {
  const row = await db(s).selectFrom('static_pages').select('id').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined && row.id !== exceptId
}
