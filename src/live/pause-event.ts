import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, recordAction } from './record-fact.ts'

/** Stops for technical difficulties; `words` say which. */
export async function pauseEvent(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'pause', input)
}
