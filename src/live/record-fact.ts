import { audit, type Person } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { allowedActions } from './allowed-actions.ts'
import { type EventDetails, type EventFact, type EventRecord, subjectOf, topicsOf } from './event.ts'
import { findEvent, insertFact, lockEvent, saveEvent } from './event-store.ts'
import { instantsOf } from './event-view.ts'
import { isOver, LABELS, phaseAt } from './phase.ts'
import { seenByStudio } from './public-time.ts'
import type { ActionName } from './wire.ts'

export interface ActionInput {
  words?: string | undefined
  /** For what Pressbox itself tells of the past (the seed): nobody else may say when. */
  at?: Date
}

/** What an action says of itself, and what it makes of the event's details. */
export interface Effect {
  startsAt?: Date
  undoes?: number
  words?: string
  details?: EventDetails
}

/** Records what the host does, if it may be done now. */
export async function recordAction(
  p: Platform,
  person: Person,
  id: string,
  kind: ActionName,
  { words, at }: ActionInput,
  effectOf: EffectOf = () => ({}),
): Promise<EventRecord> {
  return p.write(async (w) => {
    const event = await requireEvent(w, id)
    return recordActionIn(w, person, event, kind, { words, at: instantFor(w, person, event, at) }, effectOf)
  })
}

type EffectOf = (event: EventRecord, at: Date) => Effect

/** The same within a use case that has the event already. */
export async function recordActionIn(
  w: Write,
  person: Person,
  event: EventRecord,
  kind: ActionName,
  { words, at }: { words?: string | undefined; at: Date },
  effectOf: EffectOf = () => ({}),
): Promise<EventRecord> {
  requireAllowed(event, kind, at)
  const effect = effectOf(event, at)
  const fact = newFact(event, person, {
    kind,
    at,
    words: effect.words ?? words ?? '',
    startsAt: effect.startsAt ?? null,
    undoes: effect.undoes ?? null,
    before: effect.details ? event.details : null,
  })
  const after = await append(w, { ...event, details: effect.details ?? event.details }, fact)
  await audit(w, person, `event.${kind}`, subjectOf(event), { at, words: fact.words })
  return after
}

export async function requireEvent(w: Write, id: string): Promise<EventRecord> {
  const event = await lockEvent(w, id)
  if (!event) throw new Refusal('not-found', 'There is no such event. It may have been deleted.')
  return event
}

/** Now, and never before what was done already: two processes' clocks may differ by milliseconds. */
export function instantFor(w: Write, person: Person, event: EventRecord, at?: Date): Date {
  if (at && person.kind !== 'system')
    throw new Refusal('forbidden', 'What happens to an event happens now: leave out "at".')
  const last = event.facts.at(-1)?.at
  const instant = at ?? w.now
  return last && last > instant ? last : instant
}

function requireAllowed(event: EventRecord, kind: ActionName, at: Date): void {
  if (event.draft) throw new Refusal('unprocessable', 'This event is a draft. Make it public first.')
  const allowed = allowedActions(event, at)
  if (allowed.includes(kind)) return
  const { phase } = phaseAt(seenByStudio(event), at)
  throw new Refusal(
    'conflict',
    `This event is "${LABELS[phase]}": it cannot ${kind} now. It can: ${allowed.join(', ') || 'nothing'}.`,
    { phase, allowed },
  )
}

type Told = Pick<EventFact, 'kind' | 'at'> & Partial<EventFact>

export const newFact = (event: EventRecord, person: Person, told: Told): EventFact => ({
  seq: (event.facts.at(-1)?.seq ?? 0) + 1,
  by: person.id,
  words: '',
  startsAt: null,
  delaySeconds: null,
  undoes: null,
  before: null,
  ...told,
})

/** Adds the fact and saves the event as it is after it. */
export async function append(w: Write, event: EventRecord, fact: EventFact): Promise<EventRecord> {
  await insertFact(w, event.id, fact)
  return save(w, { ...event, facts: [...event.facts, fact] })
}

/** Saves the event, and has everything that shows it follow: now, and at every instant at which time changes it. */
export async function save(w: Write, event: EventRecord): Promise<EventRecord> {
  const view = phaseAt(seenByStudio(event), w.now)
  await saveEvent(w, event.id, { ...event, closedAt: isOver(view) ? view.since : null })
  return follow(w, event.id)
}

export async function follow(w: Write, id: string): Promise<EventRecord> {
  const saved = await findEvent(w, id)
  if (!saved) throw new Error(`The event ${id} is not there although it was just saved.`)
  w.touch(...topicsOf(saved))
  for (const at of instantsOf(saved, w.now)) w.schedule(at, ...topicsOf(saved))
  return saved
}
