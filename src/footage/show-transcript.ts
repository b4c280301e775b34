import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { readTranscript } from './transcript-store.ts'
import type { Transcript } from './wire.ts'

export async function showTranscript(p: Platform, person: Person, masterId: string): Promise<Transcript> {
  requireRight(person, 'footage.manage')
  const transcript = await readTranscript(p, masterId)
  if (!transcript) throw new Refusal('not-found', 'This footage has no transcript yet. Import one first.')
  return transcript
}
