import { audit, type Person, requireRight } from '../people/public.ts'
import { forgetAddresses, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { phaseOf } from './collection.ts'
import { findCollection, removeCollection } from './collection-store.ts'
import { followWindow, noCollection, setProducts, subjectOfCollection } from './collection-writing.ts'

/** Only one that has not opened yet: what was open stays as an archive. */
export async function deleteCollection(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'shop.manage')
  await p.write(async (w) => {
    const collection = await findCollection(w, id)
    if (!collection) throw noCollection()
    const phase = phaseOf(collection, w.now)
    if (phase !== 'hidden' && phase !== 'announced')
      throw new Refusal('conflict', 'It has been open and stays as an archive. Close it by giving it an end.')
    await followWindow(w, collection)
    await setProducts(w, id, [])
    if (phase === 'hidden') await forgetAddresses(w, subjectOfCollection(id))
    else await retireAddresses(w, subjectOfCollection(id))
    await removeCollection(w, id)
    await audit(w, person, 'collection.delete', subjectOfCollection(id), { title: collection.title })
  })
}
