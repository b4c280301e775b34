import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipTopics, posterWithin, spanProblem } from './clip.ts'
import { insertClip } from './clip-store.ts'
import { CLIP_JOB } from './process-master.ts'
import { describeClip, readClipOrRefuse } from './read-clip.ts'
import { lockMasterOrRefuse } from './read-master.ts'
import type { Clip, NewClip } from './wire.ts'
import { remakeCaptions } from './write-captions.ts'

/** Marks a part of a master as a clip; it is cut behind, at once or when the master is ready. */
export async function markClip(p: Platform, person: Person, input: NewClip): Promise<Clip> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const { masterId, title, before = '', inMs, outMs, warning = null } = input
    const master = await lockMasterOrRefuse(w, masterId)
    if (master.state === 'failed' || master.state === 'cancelled')
      throw new Refusal('conflict', 'This footage is not ready. Retry it first, then mark clips in it.')
    const problem = spanProblem(input, master.durationMs)
    if (problem) throw new Refusal('unprocessable', problem)
    const posterMs = posterWithin(input.posterMs ?? inMs, input)
    const id = await insertClip(w, masterId, {
      title,
      before,
      inMs,
      outMs,
      warning,
      posterMs,
      state: 'queued',
    })
    await remakeCaptions(w, await readClipOrRefuse(w, id))
    w.touch(...clipTopics({ id, masterId }))
    if (master.state === 'ready') await p.jobs.enqueue(w, CLIP_JOB, { id })
    await audit(w, person, 'clip.mark', `clip:${id}`, { master: masterId, inMs, outMs })
    return describeClip(w, id)
  })
}
