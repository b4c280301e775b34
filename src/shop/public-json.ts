import type { Reading } from '../platform/live/reading.ts'
import { collectionPath } from './collection.ts'
import { isForSale, productPath } from './product.ts'
import { type CollectionView, type ProductView, readProductsOf } from './read-catalogue.ts'
import { FEW, leftOf } from './stock.ts'
import type { PublicCollectionJson, PublicProductJson } from './wire-catalogue.ts'

export const publicProductJson = (view: ProductView): PublicProductJson => ({
  id: view.id,
  slug: view.slug,
  path: productPath(view),
  title: view.title,
  type: view.type,
  description: view.description,
  options: view.options,
  currency: view.money.currency,
  state: view.state,
  variants: view.variants.map(({ id, sku, choice, priceMinor, stock }) => {
    const left = isForSale(view.state) ? leftOf(stock) : 0
    return { id, sku, choice, priceMinor, buyable: left > 0, left: left > 0 && left <= FEW ? left : null }
  }),
})

/** Its products are named only where readers may see them. */
export async function publicCollectionJson(
  reading: Reading,
  view: CollectionView,
): Promise<PublicCollectionJson> {
  const { id, slug, title, description, phase, opensAt, closesAt } = view
  return {
    id,
    slug,
    path: collectionPath(view),
    title,
    description,
    phase,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    products: (await readProductsOf(reading, view)).map((product) => product.id),
  }
}
