import { type Selectable, sql } from 'kysely'
import { planned } from '../platform/db/database.ts'
import type { Source } from '../platform/db/database.ts'
import type { Product } from './product.ts'
import type { CatalogueTables, WholeProductsView } from './tables.ts'
import type { ProductStatus } from './wire-catalogue.ts'

const db = (s: Source) => s.q.withTables<CatalogueTables>()

/** Whole: variants with their stock, and collections, come along as JSON, so that a product is one round trip. */
const products = (s: Source) =>
  db(s)
    .selectFrom('whole_products as products')
    .select([
      'id',
      'slug',
      'title',
      'type',
      'type_slug',
      'description',
      'options',
      'pictures',
      'status',
      'revision',
      'variants',
      'collections',
    ])

/** A product as `whole_products` has it, from a row or from JSON. */
export type ProductRow = Omit<Selectable<WholeProductsView>, 'words'>

export const toProduct = ({ type_slug: typeSlug, collections, ...row }: ProductRow): Product => ({
  ...row,
  typeSlug,
  collections: collections.map(({ opensAt, closesAt, ...collection }) => ({
    ...collection,
    opensAt: new Date(opensAt),
    closesAt: closesAt === null ? null : new Date(closesAt),
  })),
})

export async function findProduct(s: Source, id: string): Promise<Product | undefined> {
  return (await products(s).where('id', '=', id).execute()).map(toProduct)[0]
}

export async function findProductBySlug(s: Source, slug: string): Promise<Product | undefined> {
  return (await products(s).where('slug', '=', slug).execute()).map(toProduct)[0]
}

/** In the order asked for; those that are not there are left out. */
export async function findProducts(s: Source, ids: readonly string[]): Promise<Product[]> {
  if (ids.length === 0) return []
  const rows = await products(s).where('id', 'in', ids).execute()
  const found = new Map(rows.map((row) => [row.id, toProduct(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export async function findProductOfVariant(s: Source, variantId: string): Promise<Product | undefined> {
  const rows = await products(s)
    .where('id', '=', sql<string>`(select product_id from variants where id = ${variantId}::uuid)`)
    .modifyFront(planned)
    .execute()
  return rows.map(toProduct)[0]
}

/** Whether readers may see the product at that instant: the same as `productState` says. */
export const isVisibleSql = (now: Date) => sql<boolean>`(products.status <> 'draft' and (
  not exists (select from collection_products cp where cp.product_id = products.id)
  or exists (select from collection_products cp join collections c on c.id = cp.collection_id
    where cp.product_id = products.id and c.opens_at <= ${now})))`

/** Whether it is offered at that instant, sold out or paused as it may be. */
const isOfferedSql = (now: Date) => sql<boolean>`(products.status = 'for-sale' and (
  not exists (select from collection_products cp where cp.product_id = products.id)
  or exists (select from collection_products cp join collections c on c.id = cp.collection_id
    where cp.product_id = products.id and c.opens_at <= ${now} and (c.closes_at is null or c.closes_at > ${now}))))`

export interface ProductListing {
  now: Date
  limit: number
  /** The id of the last product of the page before. */
  after?: string | undefined
  typeSlug?: string | undefined
}

/** What readers are offered, the newest first; ids are drawn in the order of time. */
export async function listOffered(s: Source, listing: ProductListing): Promise<Product[]> {
  let query = products(s).where(isOfferedSql(listing.now)).where('status', '<>', 'draft')
  if (listing.after) query = query.where('id', '<', listing.after)
  if (listing.typeSlug) query = query.where('type_slug', '=', listing.typeSlug)
  return (await query.orderBy('id', 'desc').limit(listing.limit).execute()).map(toProduct)
}

/** What readers may find by words that begin words of it, what is offered first. */
export async function searchVisible(s: Source, text: string, now: Date, limit: number): Promise<Product[]> {
  const prefixes = prefixesOf(text)
  if (prefixes === '') return []
  const rows = await products(s)
    .where(sql<boolean>`words @@ to_tsquery('simple', ${prefixes})`)
    .where(isVisibleSql(now))
    .orderBy(isOfferedSql(now), 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toProduct)
}

const prefixesOf = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 10)
    .map((word) => `${word}:*`)
    .join(' & ')

/** The addresses of every product that readers may see. */
export async function visiblePaths(s: Source, now: Date, limit: number): Promise<{ slug: string }[]> {
  return db(s)
    .selectFrom('products')
    .select('slug')
    .where(isVisibleSql(now))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export interface DeskListing {
  text: string
  status: ProductStatus | undefined
  after: string | undefined
  limit: number
}

/** The studio's list, the newest first. */
export async function listDeskProducts(s: Source, listing: DeskListing): Promise<Product[]> {
  let query = products(s)
  const prefixes = prefixesOf(listing.text)
  if (prefixes !== '') query = query.where(sql<boolean>`words @@ to_tsquery('simple', ${prefixes})`)
  if (listing.status) query = query.where('status', '=', listing.status)
  if (listing.after) query = query.where('id', '<', listing.after)
  return (await query.orderBy('id', 'desc').limit(listing.limit).execute()).map(toProduct)
}

/** The products that show a picture, for whoever wants to remove it. */
export const productsShowing = (s: Source, pictureId: string): Promise<{ id: string; title: string }[]> =>
  db(s)
    .selectFrom('products')
    .select(['id', 'title'])
    .where(sql<boolean>`pictures @> array[${pictureId}]::uuid[]`)
    .limit(20)
    .execute()
