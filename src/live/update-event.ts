import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import type { DelayFollower } from './change-delay.ts'
import { requireOrder, requireShow } from './create-event.ts'
import { type EventDetails, type EventFact, type EventRecord, pathOf, subjectOf, topicsOf } from './event.ts'
import { toDeskJson } from './event-json.ts'
import { insertFact } from './event-store.ts'
import { announceAt, phaseAt } from './phase.ts'
import { delayInForce, heldBack, seenByStudio } from './public-time.ts'
import { instantFor, newFact, requireEvent, save } from './record-fact.ts'
import { resolveStart } from '../platform/resolve-start.ts'
import type { EventChange } from './wire.ts'

/** Changes what is said of an event. While it is on the air, or something of it is held back, readers see that later as well. */
export async function updateEvent(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  change: EventChange,
  follow?: DelayFollower,
): Promise<EventRecord> {
  requireRight(person, 'event.manage')
  return p.write(async (w) => {
    const event = await requireEvent(w, id)
    if (event.revision !== basedOn)
      throw new Refusal(
        'stale',
        'Somebody else has changed this event. Look at their version, then save again.',
        {
          current: toDeskJson(event, w.now, null),
        },
      )
    const details = changed(event, change, w.now)
    requireOrder(details)
    if (change.showId !== undefined) await requireShow(w, change.showId)
    const after = await save(w, {
      ...event,
      ...placeOf(event, change, w.now),
      ...(await factsOf(w, person, event, change, details)),
      details,
    })
    w.touch(...topicsOf(event))
    if (delayInForce(after) !== delayInForce(event)) await follow?.(w, id)
    await moveAddress(w, event, after)
    await audit(w, person, 'event.update', subjectOf(event), { fields: Object.keys(change) })
    return after
  })
}

const isOnAir = (phase: string): boolean => phase === 'live' || phase === 'paused'

function changed({ details, draft, ...event }: EventRecord, change: EventChange, now: Date): EventDetails {
  const { slug: _slug, showId: _show, delaySeconds: _delay, draft: _draft, start, ...told } = change
  const next = { ...details, ...withoutUndefined(told), ...(start && resolveStart(start)) }
  const moved = next.startsAt.getTime() !== details.startsAt.getTime()
  if (moved || next.startsBy !== details.startsBy) requireNotStarted({ details, draft, ...event }, now)
  if (!moved || draft) return next
  const back = details.movedFrom?.getTime() === next.startsAt.getTime()
  return { ...next, movedFrom: back ? null : (details.movedFrom ?? details.startsAt) }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }
const withoutUndefined = <T extends object>(fields: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>

function requireNotStarted(event: EventRecord, now: Date): void {
  const { phase } = phaseAt(seenByStudio(event), now)
  if (phase === 'scheduled' || phase === 'starting-soon' || event.draft) return
  throw new Refusal(
    'conflict',
    'Its start can be changed only before it. Postpone it to a new start instead.',
    { phase },
  )
}

function placeOf(event: EventRecord, change: EventChange, now: Date) {
  const draft = change.draft ?? event.draft
  if (draft && !event.draft && (event.facts.length > 0 || announceAt(event.details) <= now))
    throw new Refusal(
      'conflict',
      'The strip has told of this event, and it cannot be a draft again. Cancel it instead.',
    )
  return {
    slug: change.slug ?? event.slug,
    showId: change.showId === undefined ? event.showId : change.showId,
    draft,
  }
}

/** An edit on the air trails like everything else of the show; the delay, once something happened, is a fact as well. */
async function factsOf(
  w: Write,
  person: Person,
  event: EventRecord,
  change: EventChange,
  details: EventDetails,
): Promise<{ facts: EventFact[]; delaySeconds: number }> {
  const at = instantFor(w, person, event)
  const facts = [...event.facts]
  const add = async (told: Parameters<typeof newFact>[2]) => {
    const fact = newFact({ ...event, facts }, person, told)
    await insertFact(w, event.id, fact)
    facts.push(fact)
  }
  const trails = isOnAir(phaseAt(seenByStudio(event), at).phase) || heldBack(event, at).length > 0
  if (trails && JSON.stringify(details) !== JSON.stringify(event.details))
    await add({ kind: 'edit', at, before: event.details })
  const delay = change.delaySeconds ?? delayInForce(event)
  if (facts.length === 0) return { facts, delaySeconds: delay }
  if (delay !== delayInForce(event)) await add({ kind: 'delay', at, delaySeconds: delay })
  return { facts, delaySeconds: event.delaySeconds }
}

async function moveAddress(w: Write, was: EventRecord, is: EventRecord): Promise<void> {
  if (is.draft && !was.draft) await retireAddresses(w, subjectOf(is))
  if (!is.draft && (was.draft || was.slug !== is.slug)) await claimAddress(w, pathOf(is), subjectOf(is))
}
