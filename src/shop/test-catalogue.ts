import type { Person, Role } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { wallOf } from '../platform/wall-clock.ts'
import { changeStock } from './change-stock.ts'
import type { Collection } from './collection.ts'
import { createCollection } from './create-collection.ts'
import { createProduct } from './create-product.ts'
import type { Product } from './product.ts'
import type { CollectionInput, ProductInput } from './wire-catalogue.ts'

/** For tests of this module. */
export const asRole = (role: Role): Person => ({
  id: `id-of-${role}`,
  kind: 'person',
  name: role,
  role,
  scope: null,
})

export const keeper = asRole('shop')

let drawn = 0

/** A shirt in three sizes, for sale, of which there are so many a size. */
export async function aShirt(
  p: Platform,
  pieces: number,
  given: Partial<ProductInput> = {},
): Promise<Product> {
  const n = ++drawn
  const product = await createProduct(p, keeper, {
    title: `Goal Horn Tee ${n}`,
    type: 'T-Shirts',
    options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
    status: 'for-sale',
    variants: ['S', 'M', 'L'].map((size) => ({ sku: `TEE-${n}-${size}`, choice: [size], priceMinor: 3200 })),
    ...given,
  })
  if (pieces > 0)
    for (const { id } of product.variants)
      await changeStock(p, keeper, id, { kind: 'received', quantity: pieces })
  return product
}

/** A collection whose window is so many seconds from now. */
export function aDrop(
  p: Platform,
  opensIn: number,
  products: readonly { id: string }[],
  given: Partial<CollectionInput> & { closesIn?: number } = {},
): Promise<Collection> {
  const { closesIn, ...rest } = given
  const wall = (seconds: number): string =>
    wallOf(new Date(p.clock.now().getTime() + seconds * 1000), 'America/New_York')
  return createCollection(p, keeper, {
    title: `Spring Collection ${++drawn}`,
    zone: 'America/New_York',
    from: wall(opensIn),
    until: closesIn === undefined ? null : wall(closesIn),
    announced: true,
    products: products.map(({ id }) => id),
    ...rest,
  })
}

export const later = (p: Platform, seconds: number): Date =>
  new Date(p.clock.now().getTime() + seconds * 1000)
