import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { type EventDetails, type EventRecord, pathOf, subjectOf } from './event.ts'
import { insertEvent, isEventSlugTaken } from './event-store.ts'
import { follow } from './record-fact.ts'
import { resolveStart } from '../platform/resolve-start.ts'
import { findShow } from './show-store.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import type { NewEventRead } from './wire.ts'

export async function createEvent(p: Platform, person: Person, input: NewEventRead): Promise<EventRecord> {
  requireRight(person, 'event.manage')
  const { slug: wish, start, showId, delaySeconds, draft, ...told } = input
  const details: EventDetails = { ...told, ...resolveStart(start), movedFrom: null }
  requireOrder(details)
  return p.write(async (w) => {
    await requireShow(w, showId)
    const slug =
      wish ?? (await freeSlug(slugOf(details.title, 'event'), (taken) => isEventSlugTaken(w, taken)))
    const id = await insertEvent(w, { slug, showId, draft }, details, delaySeconds)
    if (!draft) await claimAddress(w, pathOf({ slug }), subjectOf({ id }))
    await audit(w, person, 'event.create', subjectOf({ id }), { title: details.title, draft })
    return follow(w, id)
  })
}

export function requireOrder({ announceSeconds, soonSeconds }: EventDetails): void {
  if (soonSeconds > announceSeconds)
    throw new Refusal(
      'unprocessable',
      'It cannot start soon before it is on the strip: put it on the strip earlier.',
    )
}

export async function requireShow(w: Write, showId: string | null): Promise<void> {
  if (showId !== null && !(await findShow(w, showId)))
    throw new Refusal('unprocessable', 'There is no such show. Choose another one.')
}
