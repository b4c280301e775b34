import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { showTranscript } from './show-transcript.ts'
import { touchTranscript } from './touch-transcript.ts'
import { cuesProblem, inOrder } from './transcript.ts'
import { readTranscript, writeTranscript } from './transcript-store.ts'
import type { Transcript, TranscriptEdit } from './wire.ts'

/** Changes words, speakers and times; captions follow, and quotes whose words are gone are told by `brokenMoments`. */
export async function editTranscript(
  p: Platform,
  person: Person,
  masterId: string,
  basedOn: number,
  { cues, language }: TranscriptEdit,
): Promise<Transcript> {
  requireRight(person, 'footage.manage')
  const problem = cuesProblem(cues)
  if (problem) throw new Refusal('unprocessable', problem)
  await p.write(async (w) => {
    const before = await readTranscript(w, masterId)
    if (!before) throw new Refusal('not-found', 'This footage has no transcript yet. Import one first.')
    const after = { cues: inOrder(cues), language: language ?? before.language }
    if (!(await writeTranscript(w, masterId, basedOn, after)))
      throw new Refusal(
        'stale',
        'Somebody else has changed this transcript meanwhile. Look at the other version, then save again.',
        { current: before },
      )
    await touchTranscript(w, masterId)
    await audit(w, person, 'transcript.edit', `master:${masterId}`, { lines: cues.length })
  })
  return showTranscript(p, person, masterId)
}
