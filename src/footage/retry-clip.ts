import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipTopics } from './clip.ts'
import { moveClip } from './clip-store.ts'
import { readMaster } from './master-store.ts'
import { CLIP_JOB } from './process-master.ts'
import { describeClip, readClipOrRefuse } from './read-clip.ts'
import type { Clip } from './wire.ts'

/** Begins again with a clip that failed or was cancelled. */
export async function retryClip(p: Platform, person: Person, id: string): Promise<Clip> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const clip = await readClipOrRefuse(w, id)
    if (!(await moveClip(w, id, ['failed', 'cancelled'], 'queued')))
      throw new Refusal('conflict', 'Only a clip that failed or was cancelled can be retried.')
    w.touch(...clipTopics(clip))
    if ((await readMaster(w, clip.masterId))?.state === 'ready') await p.jobs.enqueue(w, CLIP_JOB, { id })
    await audit(w, person, 'clip.retry', `clip:${id}`)
    return describeClip(w, id)
  })
}
