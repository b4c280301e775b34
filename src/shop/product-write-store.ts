import { type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { insertStock } from './stock-store.ts'
import type { CatalogueTables } from './tables.ts'
import type { Option, ProductStatus } from './wire-catalogue.ts'

const db = (s: Source) => s.q.withTables<CatalogueTables>()

export interface ProductFields {
  slug: string
  title: string
  type: string
  typeSlug: string
  description: string
  options: Option[]
  pictures: string[]
  status: ProductStatus
}

export interface VariantFields {
  sku: string
  choice: string[]
  priceMinor: number
  weightGrams: number
}

const toRow = (fields: ProductFields) => ({
  slug: fields.slug,
  title: fields.title,
  type: fields.type,
  type_slug: fields.typeSlug,
  description: fields.description,
  options: JSON.stringify(fields.options),
  pictures: fields.pictures,
  status: fields.status,
})

const toVariantRow = (fields: VariantFields, position: number) => ({
  position,
  sku: fields.sku,
  choice: fields.choice,
  price_minor: fields.priceMinor,
  weight_grams: fields.weightGrams,
  retired: false,
})

const refuseTakenSlug =
  (slug: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'products_slug_key'))
      throw new Refusal(
        'conflict',
        `There is a product at /products/${slug} already. Choose another address.`,
      )
    throw error
  }

const refuseTakenSku =
  (sku: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'variants_sku'))
      throw new Refusal('conflict', `The SKU "${sku}" is in use already. Every variant needs one of its own.`)
    throw error
  }

export async function insertProduct(w: Write, fields: ProductFields): Promise<string> {
  const { id } = await db(w)
    .insertInto('products')
    .values(toRow(fields))
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTakenSlug(fields.slug))
  return id
}

/** `false`: it has another revision by now, or is gone. */
export async function replaceProduct(
  w: Write,
  id: string,
  basedOn: number,
  fields: ProductFields,
): Promise<boolean> {
  const row = await db(w)
    .updateTable('products')
    .set({ ...toRow(fields), revision: basedOn + 1, updated_at: w.now })
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returning('id')
    .executeTakeFirst()
    .catch(refuseTakenSlug(fields.slug))
  return row !== undefined
}

/** A variant and its stock, of which there is none yet. */
export async function insertVariant(
  w: Write,
  productId: string,
  position: number,
  fields: VariantFields,
): Promise<void> {
  const { id } = await db(w)
    .insertInto('variants')
    .values({ product_id: productId, ...toVariantRow(fields, position) })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTakenSku(fields.sku))
  await insertStock(w, id)
}

export async function replaceVariant(
  w: Write,
  id: string,
  position: number,
  fields: VariantFields,
): Promise<void> {
  await db(w)
    .updateTable('variants')
    .set(toVariantRow(fields, position))
    .where('id', '=', id)
    .execute()
    .catch(refuseTakenSku(fields.sku))
}

export async function retireVariants(w: Write, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db(w).updateTable('variants').set({ retired: true }).where('id', 'in', ids).execute()
}

/** Takes products back out of the public's sight. */
export async function makeDrafts(w: Write, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db(w)
    .updateTable('products')
    .set((eb) => ({ status: 'draft' as const, revision: eb('revision', '+', 1), updated_at: w.now }))
    .where('id', 'in', ids)
    .execute()
}

export async function isProductSlugTaken(s: Source, slug: string): Promise<boolean> {
  const row = await db(s).selectFrom('products').select('id').where('slug', '=', slug).executeTakeFirst()
  return row !== undefined
}
