import { isOpen } from './collection.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Source } from '../platform/db/database.ts'
import { isForSale, isId, type Product, stateOf, type Variant } from './product.ts'
import { findProductOfVariant } from './product-store.ts'
import { leftOf } from './stock.ts'
import type { ProductState } from './wire-catalogue.ts'

/** A variant as readers may know it at an instant, with the price that holds then. */
export interface VariantNow {
  variant: Variant
  product: Product
  state: Exclude<ProductState, 'hidden'>
  /** How many could be taken now; 0 where it may not be bought. */
  left: number
  /** The collections it stands in that are open, for what is sold of a drop. */
  collectionIds: string[]
}

/** What readers may know of the variants of these products now; what is hidden is not in the map. */
export const variantsNow = (products: readonly Product[], now: Date): Map<string, VariantNow> =>
  new Map(
    products
      .flatMap((product) => product.variants.flatMap((variant) => seen(product, variant, now)))
      .map((one) => [one.variant.id, one]),
  )

function seen(product: Product, variant: Variant, now: Date): VariantNow[] {
  const state = stateOf(product, now)
  if (state === 'hidden') return []
  const left = isForSale(state) && !variant.retired ? leftOf(variant.stock) : 0
  const collectionIds = product.collections.filter((each) => isOpen(each, now)).map(({ id }) => id)
  return [{ variant, product, state, left, collectionIds }]
}

/**
 * Refuses unless this variant may be bought at the instant of which `found` tells; of what is hidden it says no more than of what
 * does not exist. Whether there are enough of it is asked by `holdStock` and `sellFree`.
 */
export function requireBuyable(found: ReadonlyMap<string, VariantNow>, variantId: string): VariantNow {
  const one = found.get(variantId)
  if (!one)
    throw new Refusal('not-found', 'There is no such thing for sale. See /shop for what there is.', {
      variantId,
    })
  const problem = problemOf(one)
  if (problem) throw new Refusal('conflict', problem, { variantId })
  return one
}

/** The same for one that is not in a cart yet. */
export async function findBuyable(s: Source, variantId: string, now: Date): Promise<VariantNow> {
  const product = isId(variantId) ? await findProductOfVariant(s, variantId) : undefined
  return requireBuyable(variantsNow(product ? [product] : [], now), variantId)
}

function problemOf({ product, variant, state }: VariantNow): string | null {
  if (state === 'paused') return `The sale of ${product.title} is paused. Try again in a moment.`
  if (variant.retired || !isForSale(state)) return `${product.title} is not for sale any more.`
  return null
}
