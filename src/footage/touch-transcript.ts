import type { Write } from '../platform/log/write.ts'
import { clipTopics } from './clip.ts'
import { readClipsOfMaster } from './clip-store.ts'
import { masterTopics } from './master.ts'
import { remakeCaptions } from './write-captions.ts'

/** After the transcript has changed: the captions of every clip of the master are made anew, and all that shows them is told. */
export async function touchTranscript(w: Write, masterId: string): Promise<void> {
  w.touch(...masterTopics(masterId))
  for (const clip of await readClipsOfMaster(w, masterId)) {
    await remakeCaptions(w, clip)
    w.touch(...clipTopics(clip))
  }
}
