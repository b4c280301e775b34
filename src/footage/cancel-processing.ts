import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { masterTopics, toMaster } from './master.ts'
import { moveMaster } from './master-store.ts'
import { readMasterOrRefuse } from './read-master.ts'
import type { Master } from './wire.ts'

/** Stops the work on a master; whoever does it finds out within a second. What has arrived stays, and can be retried. */
export async function cancelProcessing(p: Platform, person: Person, id: string): Promise<Master> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const before = await readMasterOrRefuse(w, id)
    if (before.state === 'uploading')
      throw new Refusal('conflict', 'This is still being uploaded. Stop the upload instead.')
    if (!(await moveMaster(w, id, ['queued', 'processing'], 'cancelled')))
      throw new Refusal('conflict', 'Nothing is being done with this footage that could be cancelled.')
    w.touch(...masterTopics(id))
    await audit(w, person, 'master.cancel', `master:${id}`)
    return toMaster(await readMasterOrRefuse(w, id))
  })
}
