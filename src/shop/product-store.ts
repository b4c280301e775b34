import { type Selectable, sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { OwnCollection, Product, Variant } from './product.ts'
import type { CatalogueTables, ProductsTable } from './tables.ts'
import type { ProductStatus } from './wire-catalogue.ts'

const db = (s: Source) => s.q.withTables<CatalogueTables>()

type Row = Selectable<ProductsTable>

/** The products with their variants, stock and collections, in the order of the rows. */
async function assemble(s: Source, rows: readonly Row[]): Promise<Product[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const variants = await variantsOf(s, ids)
  const collections = await collectionsOf(s, ids)
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    type: row.type,
    typeSlug: row.type_slug,
    description: row.description,
    options: row.options,
    pictures: row.pictures,
    status: row.status,
    revision: row.revision,
    variants: variants.get(row.id) ?? [],
    collections: collections.get(row.id) ?? [],
  }))
}

async function variantsOf(s: Source, products: readonly string[]): Promise<Map<string, Variant[]>> {
  const rows = await db(s)
    .selectFrom('variants')
    .innerJoin('stock', 'stock.variant_id', 'variants.id')
    .selectAll('variants')
    .select(['on_hand', 'held', 'stocked', 'stock.revision as stock_revision'])
    .where('product_id', 'in', products)
    .orderBy('product_id')
    .orderBy('position')
    .execute()
  const variants = rows.map((row) => ({
    productId: row.product_id,
    id: row.id,
    sku: row.sku,
    choice: row.choice,
    priceMinor: row.price_minor,
    weightGrams: row.weight_grams,
    retired: row.retired,
    stock: { onHand: row.on_hand, held: row.held, stocked: row.stocked, revision: row.stock_revision },
  }))
  return Map.groupBy(variants, ({ productId }) => productId)
}

async function collectionsOf(s: Source, products: readonly string[]): Promise<Map<string, OwnCollection[]>> {
  const rows = await db(s)
    .selectFrom('collection_products')
    .innerJoin('collections', 'collections.id', 'collection_products.collection_id')
    .select(['product_id', 'id', 'slug', 'title', 'opens_at', 'closes_at', 'announced', 'paused'])
    .where('product_id', 'in', products)
    .orderBy('opens_at')
    .execute()
  const collections = rows.map((row) => ({
    productId: row.product_id,
    id: row.id,
    slug: row.slug,
    title: row.title,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    announced: row.announced,
    paused: row.paused,
  }))
  return Map.groupBy(collections, ({ productId }) => productId)
}

const products = (s: Source) => db(s).selectFrom('products').selectAll('products')

export async function findProduct(s: Source, id: string): Promise<Product | undefined> {
  return (await assemble(s, await products(s).where('id', '=', id).execute()))[0]
}

export async function findProductBySlug(s: Source, slug: string): Promise<Product | undefined> {
  return (await assemble(s, await products(s).where('slug', '=', slug).execute()))[0]
}

/** In the order asked for; those that are not there are left out. */
export async function findProducts(s: Source, ids: readonly string[]): Promise<Product[]> {
  if (ids.length === 0) return []
  const found = new Map(
    (await assemble(s, await products(s).where('id', 'in', ids).execute())).map((each) => [each.id, each]),
  )
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The products that these variants are of. */
export async function findProductsOfVariants(s: Source, variantIds: readonly string[]): Promise<Product[]> {
  if (variantIds.length === 0) return []
  const rows = await products(s)
    .where('id', 'in', db(s).selectFrom('variants').select('product_id').where('id', 'in', variantIds))
    .execute()
  return assemble(s, rows)
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
  return assemble(s, await query.orderBy('id', 'desc').limit(listing.limit).execute())
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
  return assemble(s, rows)
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
  return assemble(s, await query.orderBy('id', 'desc').limit(listing.limit).execute())
}

/** The products that show a picture, for whoever wants to remove it. */
export const productsShowing = (s: Source, pictureId: string): Promise<{ id: string; title: string }[]> =>
  db(s)
    .selectFrom('products')
    .select(['id', 'title'])
    .where(sql<boolean>`pictures @> array[${pictureId}]::uuid[]`)
    .limit(20)
    .execute()
