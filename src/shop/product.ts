import { type CollectionWindow, isOpen, phaseOf } from './collection.ts'
import { leftOf, type Stock } from './stock.ts'
import type { Option, ProductState, ProductStatus } from './wire-catalogue.ts'

export interface Variant {
  id: string
  sku: string
  /** One value for each of the product's options. */
  choice: string[]
  priceMinor: number
  weightGrams: number
  /** Not offered any more, and kept because orders name it. */
  retired: boolean
  stock: Stock & { stocked: number; revision: number }
}

export interface OwnCollection extends CollectionWindow {
  id: string
  slug: string
  title: string
}

/** A product as the studio has it. */
export interface Product {
  id: string
  slug: string
  title: string
  type: string
  typeSlug: string
  description: string
  options: Option[]
  pictures: string[]
  status: ProductStatus
  revision: number
  variants: Variant[]
  collections: OwnCollection[]
}

/** What the rules need to know of a product. */
export interface ProductFacts {
  status: ProductStatus
  variants: readonly Pick<Variant, 'stock' | 'retired'>[]
}

/**
 * What readers may do with a product. One that stands in collections lives by them: it is hidden while none has opened, for sale
 * while one is open, paused while any open one is, and a memory after all have closed. One in no collection is simply for sale.
 */
export function productState(
  { status, variants }: ProductFacts,
  collections: readonly CollectionWindow[],
  now: Date,
): ProductState {
  if (status === 'draft' || !isPublic(collections, now)) return 'hidden'
  const open = collections.filter((each) => isOpen(each, now))
  if (status === 'archived' || (collections.length > 0 && open.length === 0)) return 'archived'
  if (open.some(({ paused }) => paused)) return 'paused'
  return variants.some(({ stock, retired }) => !retired && leftOf(stock) > 0) ? 'on-sale' : 'sold-out'
}

const isPublic = (collections: readonly CollectionWindow[], now: Date): boolean =>
  collections.length === 0 || collections.some((each) => !isComing(each, now))

const isComing = (collection: CollectionWindow, now: Date): boolean =>
  ['hidden', 'announced'].includes(phaseOf(collection, now))

export const stateOf = (product: Product, now: Date): ProductState =>
  productState(product, product.collections, now)

/** Whether it may be put into a cart and bought, as far as the clock and the studio are concerned; what is left is stock's question. */
export const isForSale = (state: ProductState): boolean => state === 'on-sale' || state === 'sold-out'

export const productPath = ({ slug }: { slug: string }): string => `/products/${slug}`

/** What shows a product, or could: lists are under `shop`. */
export const productTopicsOf = (id: string): string[] => [
  'shop',
  `product:${id}`,
  'desk:products',
  `desk:product:${id}`,
]

/** What shows how many there are. Lists show it in regions of the product's own. */
export const stockTopicsOf = (productId: string): string[] => [
  `product:${productId}`,
  `desk:product:${productId}`,
]

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => UUID.test(text)
