import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { masterTopics, toMaster } from './master.ts'
import { moveMaster } from './master-store.ts'
import { MASTER_JOB } from './process-master.ts'
import { readMasterOrRefuse } from './read-master.ts'
import type { Master } from './wire.ts'

/** Begins again with a master that failed or was cancelled. */
export async function retryProcessing(p: Platform, person: Person, id: string): Promise<Master> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    await readMasterOrRefuse(w, id)
    if (!(await moveMaster(w, id, ['failed', 'cancelled'], 'queued')))
      throw new Refusal('conflict', 'Only footage that failed or was cancelled can be retried.')
    w.touch(...masterTopics(id))
    await p.jobs.enqueue(w, MASTER_JOB, { id })
    await audit(w, person, 'master.retry', `master:${id}`)
    return toMaster(await readMasterOrRefuse(w, id))
  })
}
