import { SYSTEM } from '../people/public.ts'
import { wallOf } from '../platform/wall-clock.ts'
import {
  changeStock,
  createCollection,
  createProduct,
  findCollectionBySlug,
  findProductBySlug,
  updateCheckoutSettings,
} from '../shop/public.ts'
import { createPromo } from '../site/public.ts'
import { artSvg } from './art/draw-art.ts'
import { brand } from './content/brand.ts'
import { checkout, collections, type DemoCollection, type DemoProduct } from './content/shop.ts'
import type { Sower } from './sower.ts'

const PICTURE = { width: 1200, height: 1200 }

const nobodyKnows = (): Promise<null> => Promise.resolve(null)

export const wallIn = (start: Date, seconds: number): string =>
  wallOf(new Date(start.getTime() + seconds * 1000), brand.timeZone)

/** Collections that are open, sold out and about to open, with their products, stock and promos. */
export async function sowShop(sower: Sower, start: Date): Promise<void> {
  const { p } = sower
  await sower.once(
    'checkout',
    async () => String(await updateCheckoutSettings(p, SYSTEM, 0, checkout)),
    nobodyKnows,
  )
  for (const collection of collections) {
    for (const product of collection.products) await sowProduct(sower, product)
    await sowCollection(sower, collection, start)
  }
}

async function sowProduct(sower: Sower, product: DemoProduct): Promise<void> {
  const { p } = sower
  const { slug, title, type, description, price, weightGrams, stock } = product
  const id = await sower.once(
    `product:${slug}`,
    async () => {
      const svg = artSvg(product.art, PICTURE.width, PICTURE.height)
      const picture = await sower.picture(svg, { alt: `${title}, drawn`, credit: 'Late Horn' })
      const sizes = Object.keys(stock)
      const isSized = sizes.length > 1
      const made = await createProduct(p, SYSTEM, {
        slug,
        title,
        type,
        description,
        status: 'for-sale',
        pictures: [picture],
        options: isSized
          ? [
              {
                name: 'Size',
                values: sizes,
              },
            ]
          : [],
        variants: sizes.map((size) => ({
          sku: isSized ? `${slug}-${size}` : slug,
          choice: isSized ? [size] : [],
          priceMinor: price,
          weightGrams,
        })),
      })
      return made.id
    },
    async () => (await findProductBySlug(p, slug))?.id ?? null,
  )
  await sower.once(
    `stock:${slug}`,
    async () => {
      const pieces = Object.values(stock)
      for (const [i, { id: variant }] of (await variantsOf(sower, slug)).entries())
        if (pieces[i])
          await changeStock(p, SYSTEM, variant, {
            kind: 'counted',
            onHand: pieces[i],
            reason: 'From the printer',
          })
      return id
    },
    nobodyKnows,
  )
}

export async function variantsOf({ p }: Sower, slug: string): Promise<{ id: string }[]> {
  const product = await findProductBySlug(p, slug)
  return [...(product?.variants ?? [])]
}

async function sowCollection(sower: Sower, collection: DemoCollection, start: Date): Promise<void> {
  const { p } = sower
  const { slug, title, description, announced, products, opensInSeconds, closesInSeconds, promoPriority } =
    collection
  const window = {
    zone: brand.timeZone,
    from: wallIn(start, opensInSeconds),
    until: closesInSeconds === null ? null : wallIn(start, closesInSeconds),
  }
  const id = await sower.once(
    `collection:${slug}`,
    async () => {
      const ids = products.map((product) => sower.idOf(`product:${product.slug}`))
      return (
        await createCollection(p, SYSTEM, { slug, title, description, announced, ...window, products: ids })
      ).id
    },
    async () => (await findCollectionBySlug(p, slug))?.id ?? null,
  )
  if (promoPriority === null) return
  await sower.once(
    `promo:${slug}`,
    async () => {
      const promo = await createPromo(p, SYSTEM, {
        title,
        text: '',
        priority: promoPriority,
        announced: false,
        collectionId: id,
        action: {
          label: 'Shop Now',
          url: `/collections/${slug}`,
        },
        ...window,
      })
      return promo.id
    },
    nobodyKnows,
  )
}
