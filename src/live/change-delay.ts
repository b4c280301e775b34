import { audit, type Person, requireRight } from '../people/public.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { type EventRecord, subjectOf } from './event.ts'
import { delayInForce } from './public-time.ts'
import { append, instantFor, newFact, requireEvent } from './record-fact.ts'

/** Told within the change that public time moves, so that what trails with the event can follow. */
export type DelayFollower = (w: Write, eventId: string) => Promise<void>

/** Has readers trail the studio by so many seconds from now on; what is still held back moves with it. */
export async function changeDelay(
  p: Platform,
  person: Person,
  id: string,
  delaySeconds: number,
  follow?: DelayFollower,
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return p.write(async (w) => {
    const event = await requireEvent(w, id)
    const was = delayInForce(event)
    if (was === delaySeconds) return event
    const at = instantFor(w, person, event)
    const after = await append(w, event, newFact(event, person, { kind: 'delay', at, delaySeconds }))
    await follow?.(w, id)
    await audit(w, person, 'event.delay', subjectOf(event), { from: was, to: delaySeconds })
    return after
  })
}
