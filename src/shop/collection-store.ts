import { type Selectable, sql } from 'kysely'
import { type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Collection, CollectionFields } from './collection.ts'
import type { CatalogueTables, CollectionsTable } from './tables.ts'

const db = (s: Source) => s.q.withTables<CatalogueTables>()

type Row = Selectable<CollectionsTable>

const toCollection = (row: Row): Collection => ({
  id: row.id,
  revision: row.revision,
  slug: row.slug,
  title: row.title,
  description: row.description,
  cover: row.cover,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  zone: row.zone,
  announced: row.announced,
  paused: row.paused,
})

const toRow = (fields: CollectionFields) => ({
  slug: fields.slug,
  title: fields.title,
  description: fields.description,
  cover: fields.cover,
  opens_at: fields.opensAt,
  closes_at: fields.closesAt,
  zone: fields.zone,
  announced: fields.announced,
})

const refuseTakenSlug =
  (slug: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'collections_slug_key'))
      throw new Refusal(
        'conflict',
        `There is a collection at /collections/${slug} already. Choose another address.`,
      )
    throw error
  }

const collections = (s: Source) => db(s).selectFrom('collections').selectAll('collections')

export async function findCollection(s: Source, id: string): Promise<Collection | undefined> {
  const row = await collections(s).where('id', '=', id).executeTakeFirst()
  return row && toCollection(row)
}

export async function findCollectionBySlug(s: Source, slug: string): Promise<Collection | undefined> {
  const row = await collections(s).where('slug', '=', slug).executeTakeFirst()
  return row && toCollection(row)
}

export async function isCollectionSlugTaken(s: Source, slug: string): Promise<boolean> {
  return (await findCollectionBySlug(s, slug)) !== undefined
}

/** The products of a collection in the order that somebody gave them. */
export async function productIdsOf(s: Source, collectionId: string): Promise<string[]> {
  const rows = await db(s)
    .selectFrom('collection_products')
    .select('product_id')
    .where('collection_id', '=', collectionId)
    .orderBy('position')
    .execute()
  return rows.map(({ product_id }) => product_id)
}

export async function insertCollection(w: Write, fields: CollectionFields): Promise<string> {
  const { id } = await db(w)
    .insertInto('collections')
    .values(toRow(fields))
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTakenSlug(fields.slug))
  return id
}

/** `false`: it has another revision by now, or is gone. */
export async function replaceCollection(
  w: Write,
  id: string,
  basedOn: number,
  fields: CollectionFields,
): Promise<boolean> {
  const row = await db(w)
    .updateTable('collections')
    .set({ ...toRow(fields), revision: basedOn + 1, updated_at: w.now })
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returning('id')
    .executeTakeFirst()
    .catch(refuseTakenSlug(fields.slug))
  return row !== undefined
}

export async function setPaused(w: Write, id: string, paused: boolean): Promise<void> {
  await db(w)
    .updateTable('collections')
    .set((eb) => ({ paused, revision: eb('revision', '+', 1), updated_at: w.now }))
    .where('id', '=', id)
    .execute()
}

export async function replaceProductList(
  w: Write,
  collectionId: string,
  products: readonly string[],
): Promise<void> {
  await db(w).deleteFrom('collection_products').where('collection_id', '=', collectionId).execute()
  if (products.length === 0) return
  const rows = products.map((product_id, position) => ({ collection_id: collectionId, product_id, position }))
  await db(w).insertInto('collection_products').values(rows).execute()
}

export async function removeCollection(w: Write, id: string): Promise<void> {
  await db(w)
    .deleteFrom('collections')
    .where('id', '=', id)
    .execute()
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23503')
        throw new Refusal('conflict', 'A promo follows this collection. Change or delete the promo first.')
      throw error
    })
}

/** So many collections are current at once: more nobody has. */
const MOST_CURRENT = 100

/** Collections that readers may know of and that have not closed: those that are open, and those announced. The last to open is first. */
export async function currentCollections(s: Source, now: Date): Promise<Collection[]> {
  const rows = await collections(s)
    .where((where) => where.or([where('closes_at', 'is', null), where('closes_at', '>', now)]))
    .where((where) => where.or([where('opens_at', '<=', now), where('announced', '=', true)]))
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_CURRENT)
    .execute()
  return rows.map(toCollection)
}

/** When the clock next opens or closes a collection, be it known to readers or not. */
export async function nextInstant(s: Source, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(
      (select opens_at from collections where opens_at > ${now} order by opens_at limit 1),
      (select closes_at from collections where closes_at > ${now} order by closes_at limit 1)) as at`.execute(
    s.q,
  )
  return rows[0]?.at ?? null
}

/** Every collection, the last to open first; `after` is the collection that the list goes on behind. */
export async function listCollections(
  s: Source,
  limit: number,
  after: Collection | null,
): Promise<Collection[]> {
  let query = collections(s).orderBy('opens_at', 'desc').orderBy('id', 'desc')
  if (after) query = query.where(sql<boolean>`(opens_at, id) < (${after.opensAt}, ${after.id}::uuid)`)
  return (await query.limit(limit).execute()).map(toCollection)
}

/** Collections that readers may know of, closed ones as well. */
export async function listKnownCollections(
  s: Source,
  now: Date,
  limit: number,
  after: Collection | null,
): Promise<Collection[]> {
  let query = collections(s)
    .where((where) => where.or([where('opens_at', '<=', now), where('announced', '=', true)]))
    .orderBy('opens_at', 'desc')
    .orderBy('id', 'desc')
  if (after) query = query.where(sql<boolean>`(opens_at, id) < (${after.opensAt}, ${after.id}::uuid)`)
  return (await query.limit(limit).execute()).map(toCollection)
}

export async function searchCollections(s: Source, text: string, limit: number): Promise<Collection[]> {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await collections(s)
    .where('title', 'ilike', like)
    .orderBy('opens_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toCollection)
}

export const collectionsShowing = (s: Source, pictureId: string): Promise<{ id: string; title: string }[]> =>
  db(s).selectFrom('collections').select(['id', 'title']).where('cover', '=', pictureId).limit(20).execute()
