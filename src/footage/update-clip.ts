import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipTopics, posterWithin, spanProblem } from './clip.ts'
import { type ClipWriting, type StoredClip, writeClip } from './clip-store.ts'
import { readMaster } from './master-store.ts'
import { CLIP_JOB } from './process-master.ts'
import { describeClip, lockClipOrRefuse } from './read-clip.ts'
import type { Clip, ClipChanges } from './wire.ts'

/** Changes words, warning, span or poster. Where there is something to make anew, readers keep what they have until it is ready. */
export async function updateClip(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  changes: ClipChanges,
): Promise<Clip> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const before = await lockClipOrRefuse(w, id)
    const master = await readMaster(w, before.masterId)
    const writing = applied(before, changes)
    const problem = spanProblem(writing, master?.durationMs ?? null)
    if (problem) throw new Refusal('unprocessable', problem)
    const isToMake =
      writing.inMs !== before.inMs || writing.outMs !== before.outMs || writing.posterMs !== before.posterMs
    if (!(await writeClip(w, id, basedOn, { ...writing, state: isToMake ? 'queued' : before.state })))
      throw new Refusal(
        'stale',
        'Somebody else has changed this clip meanwhile. Look at the other version, then save again.',
        { current: await describeClip(w, id) },
      )
    w.touch(...clipTopics(before))
    if (isToMake && master?.state === 'ready') await p.jobs.enqueue(w, CLIP_JOB, { id })
    await audit(w, person, 'clip.update', `clip:${id}`, { changed: Object.keys(changes) })
    return describeClip(w, id)
  })
}

function applied(before: StoredClip, changes: ClipChanges): Omit<ClipWriting, 'state'> {
  const span = { inMs: changes.inMs ?? before.inMs, outMs: changes.outMs ?? before.outMs }
  return {
    ...span,
    title: changes.title ?? before.title,
    before: changes.before ?? before.before,
    warning: changes.warning === undefined ? before.warning : changes.warning,
    posterMs: posterWithin(changes.posterMs ?? before.posterMs, span),
  }
}
