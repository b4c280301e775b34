import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { parseTranscript } from './parse-transcript.ts'
import { readMasterOrRefuse } from './read-master.ts'
import { touchTranscript } from './touch-transcript.ts'
import { putTranscript } from './transcript-store.ts'
import { showTranscript } from './show-transcript.ts'
import type { Transcript } from './wire.ts'

/** Takes an SRT or WebVTT file as the master's transcript, in place of the one before. */
export async function importTranscript(
  p: Platform,
  person: Person,
  masterId: string,
  { text, language }: { text: string; language: string },
): Promise<Transcript> {
  requireRight(person, 'footage.manage')
  const cues = await parseTranscript(text)
  await p.write(async (w) => {
    await readMasterOrRefuse(w, masterId)
    await putTranscript(w, masterId, { language, cues })
    await touchTranscript(w, masterId)
    await audit(w, person, 'transcript.import', `master:${masterId}`, { lines: cues.length })
  })
  return showTranscript(p, person, masterId)
}
