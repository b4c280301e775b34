import { findPictures, pictureUrl } from '../footage/public.ts'
import type { Source } from '../platform/db/database.ts'
import { wallOf } from '../platform/wall-clock.ts'
import { brandMoney } from './brand-money.ts'
import { type Collection, collectionPath, phaseOf } from './collection.ts'
import { productIdsOf } from './collection-store.ts'
import { type Product, productPath, stateOf } from './product.ts'
import { findProducts } from './product-store.ts'
import { leftOf } from './stock.ts'
import type { DeskCollectionJson, DeskProductJson, DeskVariantJson } from './wire-catalogue.ts'

const leftInAll = ({ variants }: Product): number =>
  variants.filter(({ retired }) => !retired).reduce((sum, { stock }) => sum + leftOf(stock), 0)

const deskVariants = ({ variants }: Product): DeskVariantJson[] =>
  variants.map(({ stock: { onHand, held, revision }, ...variant }) => ({
    ...variant,
    stock: { onHand, held, left: leftOf({ onHand, held }), revision },
  }))

/** Products as the studio sees them. */
export async function deskProducts(s: Source, products: Product[], now: Date): Promise<DeskProductJson[]> {
  const { currency } = await brandMoney(s)
  const pictures = await findPictures(
    s,
    products.map((product) => product.pictures[0]),
  )
  return products.map((product) => {
    const picture = pictures.get(product.pictures[0] ?? '')
    return {
      id: product.id,
      revision: product.revision,
      slug: product.slug,
      path: productPath(product),
      title: product.title,
      type: product.type,
      description: product.description,
      options: product.options,
      pictures: product.pictures,
      preview: picture ? pictureUrl(picture, picture.width >= 320 ? 320 : 80, 'webp') : null,
      status: product.status,
      state: stateOf(product, now),
      currency,
      variants: deskVariants(product),
      collections: product.collections.map((each) => ({
        id: each.id,
        title: each.title,
        phase: phaseOf(each, now),
      })),
    }
  })
}

export async function deskProduct(s: Source, product: Product, now: Date): Promise<DeskProductJson> {
  const [json] = await deskProducts(s, [product], now)
  if (!json) throw new Error('A product has no JSON.')
  return json
}

/** A collection as the studio sees it. */
export async function deskCollection(
  s: Source,
  collection: Collection,
  now: Date,
): Promise<DeskCollectionJson> {
  const { opensAt, closesAt, zone } = collection
  const products = await findProducts(s, await productIdsOf(s, collection.id))
  return {
    ...collection,
    path: collectionPath(collection),
    from: wallOf(opensAt, zone),
    until: closesAt && wallOf(closesAt, zone),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    phase: phaseOf(collection, now),
    products: products.map((product) => ({
      id: product.id,
      title: product.title,
      type: product.type,
      state: stateOf(product, now),
      left: leftInAll(product),
    })),
  }
}
