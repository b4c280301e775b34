import { findPictures, type PictureRef } from '../footage/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import { type BrandMoney, brandMoney } from './brand-money.ts'
import { type Collection, type CollectionWindow, instantsOf, phaseOf } from './collection.ts'
import {
  currentCollections,
  findCollection,
  findCollectionBySlug,
  listKnownCollections,
  nextInstant,
  productIdsOf,
} from './collection-store.ts'
import { isId, type Product, stateOf, type Variant } from './product.ts'
import { findProduct, findProductBySlug, findProducts, listOffered, searchVisible } from './product-store.ts'
import type { CollectionPhase, ProductState } from './wire-catalogue.ts'

/** A product as readers may see it now. */
export interface ProductView extends Omit<Product, 'pictures' | 'variants' | 'collections'> {
  state: Exclude<ProductState, 'hidden'>
  /** Those that are offered. */
  variants: Variant[]
  pictures: PictureRef[]
  money: BrandMoney
  /** The collection that is open with it, or was the last to be. */
  collection: { slug: string; title: string } | null
}

/** A collection as readers may know of it now. */
export interface CollectionView extends Collection {
  phase: Exclude<CollectionPhase, 'hidden'>
}

function untilNext(reading: Reading, windows: readonly CollectionWindow[]): void {
  for (const window of windows) for (const instant of instantsOf(window)) reading.until(instant)
}

/** What readers may see of this product, by id or by slug. */
export async function readProduct(reading: Reading, idOrSlug: string): Promise<ProductView | null> {
  const product = isId(idOrSlug)
    ? await findProduct(reading, idOrSlug)
    : await findProductBySlug(reading, idOrSlug)
  const isHidden = !product || stateOf(product, reading.now) === 'hidden'
  // A guess must not learn from the topics that something hidden has this name; it comes out under `shop` as well.
  reading.topic(isHidden ? 'shop' : `product:${product.id}`)
  if (isId(idOrSlug)) reading.topic(`product:${idOrSlug}`)
  if (product) untilNext(reading, product.collections)
  return isHidden ? null : ((await views(reading, [product]))[0] ?? null)
}

/** Those of the products that readers may see, with their pictures. */
async function views(reading: Reading, products: readonly Product[]): Promise<ProductView[]> {
  const money = await brandMoney(reading)
  const pictures = await findPictures(
    reading,
    products.flatMap((product) => product.pictures),
  )
  return products.flatMap((product) => {
    const state = stateOf(product, reading.now)
    if (state === 'hidden') return []
    const { collections, ...said } = product
    const opened = collections.filter(({ opensAt }) => opensAt <= reading.now).at(-1)
    return [
      {
        ...said,
        state,
        money,
        variants: product.variants.filter(({ retired }) => !retired),
        pictures: product.pictures.flatMap((id) => pictures.get(id) ?? []),
        collection: opened ? { slug: opened.slug, title: opened.title } : null,
      },
    ]
  })
}

const seen = (reading: Reading, collection: Collection): CollectionView[] => {
  const phase = phaseOf(collection, reading.now)
  return phase === 'hidden' ? [] : [{ ...collection, phase }]
}

/** What readers may know of this collection, by id or by slug. */
export async function readCollection(reading: Reading, idOrSlug: string): Promise<CollectionView | null> {
  const found = isId(idOrSlug)
    ? await findCollection(reading, idOrSlug)
    : await findCollectionBySlug(reading, idOrSlug)
  const view = found ? seen(reading, found)[0] : undefined
  reading.topic(view ? `collection:${view.id}` : 'collections')
  if (isId(idOrSlug)) reading.topic(`collection:${idOrSlug}`)
  if (found) untilNext(reading, [found])
  return view ?? null
}

/** The products of a collection that readers may see: none before it opens. What is said of each is under its own topic. */
export async function readProductsOf(
  reading: Reading,
  { id, phase }: CollectionView,
): Promise<ProductView[]> {
  reading.topic(`collection:${id}`, 'shop')
  if (phase === 'announced') return []
  const products = await findProducts(reading, await productIdsOf(reading, id))
  for (const product of products) untilNext(reading, product.collections)
  return views(reading, products)
}

/** What is open, and what has been announced, the last to open first. */
export async function readCurrentCollections(reading: Reading): Promise<CollectionView[]> {
  reading.topic('collections')
  reading.until(await nextInstant(reading, reading.now))
  return (await currentCollections(reading, reading.now)).flatMap((each) => seen(reading, each))
}

export interface Page<T> {
  items: T[]
  next: string | null
}

/** What is offered in the whole shop, the newest first. */
export async function readOffered(
  reading: Reading,
  limit: number,
  { after, typeSlug }: { after?: string | undefined; typeSlug?: string | undefined } = {},
): Promise<Page<ProductView>> {
  reading.topic('shop')
  reading.until(await nextInstant(reading, reading.now))
  const found = await listOffered(reading, { now: reading.now, limit: limit + 1, after, typeSlug })
  const items = await views(reading, found.slice(0, limit))
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function readKnownCollections(
  reading: Reading,
  limit: number,
  after: string | undefined,
): Promise<Page<CollectionView>> {
  const behind = after ? ((await findCollection(reading, after)) ?? null) : null
  const found = await listKnownCollections(reading, reading.now, limit + 1, behind)
  const items = found.slice(0, limit).flatMap((each) => seen(reading, each))
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** What readers find by words, what is offered first. */
export async function searchProducts(reading: Reading, text: string, limit: number): Promise<ProductView[]> {
  reading.topic('shop')
  reading.until(await nextInstant(reading, reading.now))
  return views(reading, await searchVisible(reading, text, reading.now, limit))
}
