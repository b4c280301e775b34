import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { cleanName } from './begin-upload.ts'
import { clipTopics } from './clip.ts'
import { readClipsOfMaster } from './clip-store.ts'
import { changedProvenance, masterTopics, toMaster } from './master.ts'
import { writeMasterWords } from './master-store.ts'
import { readMasterOrRefuse } from './read-master.ts'
import type { Master, MasterChanges } from './wire.ts'

/** Changes the name, and what is told of where the footage came from; every page that shows a clip of it follows. */
export async function updateMaster(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  changes: MasterChanges,
): Promise<Master> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const before = await readMasterOrRefuse(w, id)
    const written = await writeMasterWords(w, id, basedOn, {
      name: cleanName(changes.name ?? before.name),
      provenance: changedProvenance(before.provenance, changes.provenance ?? {}),
    })
    if (!written)
      throw new Refusal(
        'stale',
        'Somebody else has changed this footage meanwhile. Look at the other version, then save again.',
        { current: toMaster(before) },
      )
    w.touch(...masterTopics(id))
    if (changes.provenance) w.touch(...(await readClipsOfMaster(w, id)).flatMap(clipTopics))
    await audit(w, person, 'master.update', `master:${id}`, {
      changed: [...Object.keys(changes), ...Object.keys(changes.provenance ?? {})],
    })
    return toMaster(await readMasterOrRefuse(w, id))
  })
}
