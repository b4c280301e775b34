import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { collectionPath, isOpen } from './collection.ts'
import { findCollection, productIdsOf } from './collection-store.ts'
import { stateOf } from './product.ts'
import { findProducts } from './product-store.ts'

/** What a promo that follows a collection says, and when. */
export interface CollectionPromo {
  title: string
  path: string
  opensAt: Date
  closesAt: Date | null
  zone: string
  announced: boolean
  paused: boolean
  /** "T-Shirts, Hoodies, Hats"; empty until it is open. */
  words: string
}

const isReading = (source: Source): source is Reading => 'topic' in source

/** `null`: there is no such collection. What it says holds until one of the instants of the collection. */
export async function promoOfCollection(s: Source, id: string, now: Date): Promise<CollectionPromo | null> {
  if (isReading(s)) s.topic(`collection:${id}`, 'shop')
  const collection = await findCollection(s, id)
  if (!collection) return null
  const { title, opensAt, closesAt, zone, announced, paused } = collection
  const products = isOpen(collection, now) ? await findProducts(s, await productIdsOf(s, id)) : []
  const seen = products.filter((product) => stateOf(product, now) !== 'hidden')
  const words = [...new Set(seen.map(({ type }) => type))].join(', ')
  return { title, path: collectionPath(collection), opensAt, closesAt, zone, announced, paused, words }
}
