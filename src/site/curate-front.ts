import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { writeFront } from './front-store.ts'
import { Front } from './wire.ts'

/** Chooses what leads the front page and which shelves follow. A lead that is not public yet leads from when it is. */
export async function curateFront(
  p: Platform,
  person: Person,
  revision: number,
  value: Front,
): Promise<number> {
  requireRight(person, 'front.curate')
  const front = Front.parse(value)
  return p.write(async (w) => {
    await audit(w, person, 'front.curate', 'front', { lead: front.lead, shelves: front.shelves.length })
    return writeFront(w, front, revision)
  })
}
