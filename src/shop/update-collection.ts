import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress, forgetAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { type Collection, collectionPath, phaseOf } from './collection.ts'
import { findCollection, replaceCollection } from './collection-store.ts'
import {
  collectionFields,
  followWindow,
  noCollection,
  requireCover,
  setProducts,
  subjectOfCollection,
} from './collection-writing.ts'
import { deskCollection } from './desk-json.ts'
import { CollectionInput } from './wire-catalogue.ts'

export async function updateCollection(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  given: CollectionInput,
): Promise<Collection> {
  requireRight(person, 'shop.manage')
  const input = CollectionInput.parse(given)
  return p.write(async (w) => {
    const before = await findCollection(w, id)
    if (!before) throw noCollection()
    await requireCover(w, input.cover)
    const fields = collectionFields(input, input.slug ?? before.slug)
    if (!(await replaceCollection(w, id, basedOn, fields))) await refuseStale(w, id)
    await setProducts(w, id, input.products)
    // An old address of what nobody knew of must not lead to it.
    if (phaseOf(before, w.now) === 'hidden') await forgetAddresses(w, subjectOfCollection(id))
    await claimAddress(w, collectionPath(fields), subjectOfCollection(id))
    const saved = (await findCollection(w, id)) ?? before
    await followWindow(w, saved)
    await audit(w, person, 'collection.update', subjectOfCollection(id), { title: input.title })
    return saved
  })
}

async function refuseStale(w: Write, id: string): Promise<never> {
  const current = await findCollection(w, id)
  if (!current) throw noCollection()
  throw new Refusal(
    'stale',
    'Somebody else has changed this collection. Look at their version, then save again.',
    { current: await deskCollection(w, current, w.now) },
  )
}
