import { findPictures } from '../footage/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { instantOf } from '../platform/wall-clock.ts'
import { type Collection, type CollectionFields, collectionTopicsOf, instantsOf } from './collection.ts'
import { productIdsOf, replaceProductList } from './collection-store.ts'
import { productTopicsOf, stateOf } from './product.ts'
import { findProducts } from './product-store.ts'
import { makeDrafts } from './product-write-store.ts'
import type { CollectionInput } from './wire-catalogue.ts'

type Read = ReturnType<typeof CollectionInput.parse>

export const subjectOfCollection = (id: string): string => `collection:${id}`

export const noCollection = (): Refusal =>
  new Refusal('not-found', 'There is no such collection. It may have been deleted; reload the list.')

/** The chosen wall-clock window as instants. */
export function collectionFields(input: Read, slug: string): CollectionFields {
  requireZone(input.zone)
  const { title, description, cover, zone, announced } = input
  const opensAt = instantOf(input.from, zone)
  const closesAt = input.until === null ? null : instantOf(input.until, zone)
  if (closesAt && closesAt <= opensAt)
    throw new Refusal(
      'unprocessable',
      'The collection closes before it opens. Choose an end that is later than its start.',
    )
  return { slug, title, description, cover, zone, announced, opensAt, closesAt }
}

function requireZone(zone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new Refusal('invalid', `"${zone}" is not a time zone. Choose one such as America/Chicago.`)
  }
}

export async function requireCover(w: Write, cover: string | null): Promise<void> {
  if (cover !== null && !(await findPictures(w, [cover])).has(cover))
    throw new Refusal('unprocessable', 'The cover is not there any more. Choose another picture.')
}

/**
 * Puts these products into the collection, in this order. One that was secret and is in no collection any more becomes a draft:
 * products in no collection are for sale, and nobody meant that.
 */
export async function setProducts(w: Write, id: string, given: readonly string[]): Promise<void> {
  const products = [...new Set(given)]
  const before = await productIdsOf(w, id)
  const all = await findProducts(w, [...new Set([...before, ...products])])
  if (products.some((each) => !all.some((product) => product.id === each)))
    throw new Refusal('unprocessable', 'A product of it is not there any more. Take it out, then save again.')
  const wereHidden = new Set(all.filter((each) => stateOf(each, w.now) === 'hidden').map((each) => each.id))
  await replaceProductList(w, id, products)
  const left = await findProducts(
    w,
    before.filter((each) => !products.includes(each) && wereHidden.has(each)),
  )
  await makeDrafts(
    w,
    left.filter(({ collections }) => collections.length === 0).map((product) => product.id),
  )
  w.touch(...all.flatMap((product) => productTopicsOf(product.id)))
}

/** What changes as this collection opens and closes, now and when the clock does it. */
export async function followWindow(w: Write, collection: Collection): Promise<void> {
  const products = await productIdsOf(w, collection.id)
  const topics = [...new Set([...collectionTopicsOf(collection.id), ...products.flatMap(productTopicsOf)])]
  w.touch(...topics)
  for (const instant of instantsOf(collection)) if (instant > w.now) w.schedule(instant, ...topics)
}
