import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import type { EventRecord } from './event.ts'
import { type ActionInput, recordAction } from './record-fact.ts'
import { resolveStart } from '../platform/resolve-start.ts'
import type { Start } from '../platform/start-wire.ts'

/** Puts it off: to a new start, or until further notice. */
export async function postponeEvent(
  p: Platform,
  person: Person,
  id: string,
  { start, ...input }: ActionInput & { start?: Start | undefined } = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  const to = start && resolveStart(start)
  return recordAction(p, person, id, 'postpone', input, ({ details }, at) => {
    if (!to) return {}
    if (to.startsAt <= at)
      throw new Refusal('unprocessable', 'The new start is past. Choose one that is to come.')
    return {
      startsAt: to.startsAt,
      details: { ...details, ...to, movedFrom: details.movedFrom ?? details.startsAt },
    }
  })
}
