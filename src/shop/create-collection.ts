import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import { type Collection, collectionPath } from './collection.ts'
import { findCollection, insertCollection, isCollectionSlugTaken } from './collection-store.ts'
import {
  collectionFields,
  followWindow,
  noCollection,
  requireCover,
  setProducts,
  subjectOfCollection,
} from './collection-writing.ts'
import { CollectionInput } from './wire-catalogue.ts'

export async function createCollection(
  p: Platform,
  person: Person,
  given: CollectionInput,
): Promise<Collection> {
  requireRight(person, 'shop.manage')
  const input = CollectionInput.parse(given)
  return p.write(async (w) => {
    await requireCover(w, input.cover)
    const slug =
      input.slug ??
      (await freeSlug(slugOf(input.title, 'collection'), (wish) => isCollectionSlugTaken(w, wish)))
    const id = await insertCollection(w, collectionFields(input, slug))
    await setProducts(w, id, input.products)
    await claimAddress(w, collectionPath({ slug }), subjectOfCollection(id))
    const made = await findCollection(w, id)
    if (!made) throw noCollection()
    await followWindow(w, made)
    await audit(w, person, 'collection.create', subjectOfCollection(id), { title: input.title })
    return made
  })
}
