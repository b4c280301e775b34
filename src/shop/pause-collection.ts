import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { Collection } from './collection.ts'
import { findCollection, setPaused } from './collection-store.ts'
import { followWindow, noCollection, subjectOfCollection } from './collection-writing.ts'

/** Stops the sale of everything in the collection at every door at once, or lets it go on. To do it twice changes nothing. */
export async function pauseCollection(
  p: Platform,
  person: Person,
  id: string,
  paused: boolean,
): Promise<Collection> {
  requireRight(person, 'shop.manage')
  return p.write(async (w) => {
    const before = await findCollection(w, id)
    if (!before) throw noCollection()
    if (before.paused === paused) return before
    await setPaused(w, id, paused)
    await followWindow(w, before)
    await audit(w, person, paused ? 'collection.pause' : 'collection.resume', subjectOfCollection(id))
    return (await findCollection(w, id)) ?? before
  })
}
