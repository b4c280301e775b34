import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, recordAction } from './record-fact.ts'

/** Calls it off; `words` say why. */
export async function cancelEvent(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'cancel', input)
}
