import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, type Effect, recordAction } from './record-fact.ts'

/** Ends it, with the final words given or those that it was made with. */
export async function endEvent(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'end', input, endingWith(input.words))
}

export const endingWith =
  (words: string | undefined) =>
  ({ details }: EventRecord): Effect => {
    const finalWords = words || details.finalWords
    return finalWords === details.finalWords ? {} : { details: { ...details, finalWords } }
  }
