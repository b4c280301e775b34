import type { ColumnType, Generated } from 'kysely'
import type { OwnCollection, Variant } from './product.ts'
import type { MovementKind, Option, ProductStatus } from './wire-catalogue.ts'

export type ProductsTable = {
  id: Generated<string>
  slug: string
  title: string
  type: string
  type_slug: string
  description: string
  options: ColumnType<Option[], string, string>
  pictures: string[]
  status: ProductStatus
  revision: Generated<number>
  updated_at: Generated<Date>
  words: ColumnType<string, never, never>
}

export type VariantsTable = {
  id: Generated<string>
  product_id: string
  position: number
  sku: string
  choice: string[]
  price_minor: number
  weight_grams: number
  retired: Generated<boolean>
}

type StockTable = {
  variant_id: string
  on_hand: Generated<number>
  held: Generated<number>
  stocked: Generated<number>
  revision: Generated<number>
}

type MovementsTable = {
  id: Generated<number>
  variant_id: string
  kind: MovementKind
  quantity: number
  reason: string
  by: string | null
  order_id: string | null
  at: Generated<Date>
}

export type CollectionsTable = {
  id: Generated<string>
  slug: string
  title: string
  description: string
  cover: string | null
  opens_at: Date
  closes_at: Date | null
  zone: string
  announced: boolean
  paused: Generated<boolean>
  revision: Generated<number>
  updated_at: Generated<Date>
}

type CollectionProductsTable = {
  collection_id: string
  product_id: string
  position: number
}

/** Products with all that belongs to them; for reading alone. */
export type WholeProductsView = Omit<ProductsTable, 'updated_at'> & {
  variants: Variant[]
  collections: (Omit<OwnCollection, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string | null })[]
}

export type CatalogueTables = {
  products: ProductsTable
  whole_products: WholeProductsView
  variants: VariantsTable
  stock: StockTable
  stock_movements: MovementsTable
  collections: CollectionsTable
  collection_products: CollectionProductsTable
}
