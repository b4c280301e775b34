import { createHash } from 'node:crypto'
import type { Write } from '../platform/log/write.ts'
import type { StoredClip } from './clip-store.ts'
import { writeCaptions } from './clip-store.ts'
import { cuesOfSpan, webVtt } from './transcript.ts'
import { readTranscript } from './transcript-store.ts'

/** The span that readers see: of the cut before, until the one now wanted is ready. */
export const shownSpan = (
  clip: Pick<StoredClip, 'inMs' | 'outMs' | 'cutInMs' | 'cutOutMs'>,
): { inMs: number; outMs: number } => ({
  inMs: clip.cutInMs ?? clip.inMs,
  outMs: clip.cutOutMs ?? clip.outMs,
})

/** Makes the clip's captions from the transcript as it is now. */
export async function remakeCaptions(w: Write, clip: StoredClip): Promise<void> {
  const transcript = await readTranscript(w, clip.masterId)
  const cues = transcript ? cuesOfSpan(transcript.cues, shownSpan(clip)) : []
  const text = webVtt(cues)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await writeCaptions(w, clip.id, cues.length > 0 ? { sha256, text } : null)
}
