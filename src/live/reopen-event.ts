import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, recordAction } from './record-fact.ts'

/** Takes back an end, a cancellation or a postponement, however long ago. */
export async function reopenEvent(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'reopen', input)
}
