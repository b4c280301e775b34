import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { touchTranscript } from './touch-transcript.ts'
import { deleteTranscript } from './transcript-store.ts'

/** Takes the transcript away, and the captions of every clip with it. */
export async function removeTranscript(p: Platform, person: Person, masterId: string): Promise<void> {
  requireRight(person, 'footage.manage')
  await p.write(async (w) => {
    if (!(await deleteTranscript(w, masterId)))
      throw new Refusal('not-found', 'This footage has no transcript.')
    await touchTranscript(w, masterId)
    await audit(w, person, 'transcript.remove', `master:${masterId}`)
  })
}
