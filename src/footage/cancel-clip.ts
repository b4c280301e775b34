import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { clipTopics } from './clip.ts'
import { moveClip } from './clip-store.ts'
import { describeClip, readClipOrRefuse } from './read-clip.ts'
import type { Clip } from './wire.ts'

/** Stops the cutting of a clip; what readers have stays. */
export async function cancelClip(p: Platform, person: Person, id: string): Promise<Clip> {
  requireRight(person, 'footage.manage')
  return p.write(async (w) => {
    const clip = await readClipOrRefuse(w, id)
    if (!(await moveClip(w, id, ['queued', 'processing'], 'cancelled')))
      throw new Refusal('conflict', 'Nothing is being made of this clip that could be cancelled.')
    w.touch(...clipTopics(clip))
    await audit(w, person, 'clip.cancel', `clip:${id}`)
    return describeClip(w, id)
  })
}
