import { audit, type Person, requireRight } from '../people/public.ts'
import { retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { subjectOf, topicsOf } from './event.ts'
import { removeEvent } from './event-store.ts'
import { announceAt } from './phase.ts'
import { requireEvent } from './record-fact.ts'

/** Only what the strip has not told of yet goes without a word; anything else is cancelled. */
export async function deleteEvent(p: Platform, person: Person, id: string, basedOn: number): Promise<void> {
  requireRight(person, 'event.manage')
  await p.write(async (w) => {
    const event = await requireEvent(w, id)
    if (event.revision !== basedOn)
      throw new Refusal(
        'stale',
        'Somebody else has changed this event. Look at it again before you delete it.',
      )
    if (!event.draft && (event.facts.length > 0 || announceAt(event.details) <= w.now))
      throw new Refusal(
        'conflict',
        'The strip has told of this event. Cancel it, so that those who wait for it are told.',
      )
    await retireAddresses(w, subjectOf(event))
    await removeEvent(w, id)
    w.touch(...topicsOf(event))
    await audit(w, person, 'event.delete', subjectOf(event), { title: event.details.title })
  })
}
