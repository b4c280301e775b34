import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, recordAction } from './record-fact.ts'

/** Goes live now, before or at its start. */
export async function startEvent(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'start', input)
}
