import type { Reading } from '../platform/live/reading.ts'
import { collectionPath } from './collection.ts'
import { listKnownCollections, nextInstant } from './collection-store.ts'
import { productPath } from './product.ts'
import { visiblePaths } from './product-store.ts'

const MOST_COLLECTIONS = 5000

/** The address of every page of the shop that readers may see now, for the sitemap. */
export async function readShopPaths(reading: Reading, most: number): Promise<string[]> {
  reading.topic('shop', 'collections')
  reading.until(await nextInstant(reading, reading.now))
  const collections = await listKnownCollections(reading, reading.now, MOST_COLLECTIONS, null)
  const products = await visiblePaths(reading, reading.now, most - 1 - collections.length)
  return ['/shop', ...collections.map(collectionPath), ...products.map(productPath)]
}
