import { audit, type Person } from '../people/public.ts'
import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { Write } from '../platform/log/write.ts'
import { undoable } from './allowed-actions.ts'
import { endingWith } from './end-event.ts'
import { type EventFact, type EventRecord, subjectOf } from './event.ts'
import { findEvent, lockEvent, searchEvents } from './event-store.ts'
import { type EventView, studioView } from './event-view.ts'
import { isOver, LABELS, phaseAt } from './phase.ts'
import { revealTimes, seenByStudio } from './public-time.ts'
import { eventRecord, readEvent } from './read-events.ts'
import { append, instantFor, newFact, recordActionIn } from './record-fact.ts'
import { undoing } from './undo-last-action.ts'
import { MAX_DELAY_SECONDS } from './wire.ts'

const CHOICES = 20

/**
 * What the league does with the event that a match is played at. The right to rule the match is asked there: whoever has it
 * may start and end the event by it, in the match's own transaction.
 */
export const eventsForMatches = {
  longestDelayMs: MAX_DELAY_SECONDS * 1000,
  publicTimes,
  describe: async (reading: Reading, eventId: string) => {
    const view = await readEvent(reading, eventId)
    return view && briefOf(view)
  },
  find: async (source: Source, eventId: string, now: Date) => {
    const event = await findEvent(source, eventId)
    return event ? briefOf(studioView(event, now)) : null
  },
  start,
  end,
  takeBack,
  reword,
  choices: async (source: Source, text: string) =>
    (await searchEvents(source, text, CHOICES)).map(({ id, details }) => ({
      id,
      title: details.title,
      detail: details.subtitle,
    })),
}

const briefOf = ({ id, path, details, phase }: EventView) => ({
  id,
  path,
  title: details.title,
  subtitle: details.subtitle,
  startsAt: phase.phase === 'postponed' ? null : details.startsAt.toISOString(),
  phase: phase.phase,
  label: LABELS[phase.phase],
})

/** When readers learn of what happened at these instants: as of anything else that is done to the event, and in one order with it. */
async function publicTimes(
  source: Source | Reading,
  eventId: string,
  instants: readonly Date[],
): Promise<Date[]> {
  const event = await eventRecord(source, eventId)
  if (!event) return [...instants]
  // Their places are told by numbers that no fact of the event has.
  const theirs = instants.map((at, i): EventFact => ({ ...NOTHING_TOLD, seq: -1 - i, at }))
  const facts = [...event.facts, ...theirs].sort((a, b) => a.at.getTime() - b.at.getTime())
  const timed = new Map(revealTimes(event.delaySeconds, facts).map(({ seq, publicAt }) => [seq, publicAt]))
  return instants.map((at, i) => timed.get(-1 - i) ?? at)
}

const NOTHING_TOLD: EventFact = {
  seq: 0,
  kind: 'edit',
  at: new Date(0),
  by: null,
  words: '',
  startsAt: null,
  delaySeconds: null,
  undoes: null,
  before: null,
}

async function locked(w: Write, person: Person, eventId: string, at?: Date) {
  const event = await lockEvent(w, eventId)
  if (!event) return null
  const instant = instantFor(w, person, event, at)
  return { event, at: instant, phase: phaseAt(seenByStudio(event), instant) }
}

async function start(w: Write, person: Person, eventId: string, at?: Date): Promise<void> {
  const found = await locked(w, person, eventId, at)
  if (!found || found.phase.phase === 'live' || found.phase.phase === 'paused') return
  await recordActionIn(w, person, found.event, 'start', { at: found.at })
}

async function end(w: Write, person: Person, eventId: string, words: string, at?: Date): Promise<void> {
  const found = await locked(w, person, eventId, at)
  if (!found || (found.phase.phase !== 'live' && found.phase.phase !== 'paused')) return
  await recordActionIn(w, person, found.event, 'end', { at: found.at, words }, endingWith(words))
}

async function takeBack(
  w: Write,
  person: Person,
  eventId: string,
  kind: 'start' | 'end',
  at?: Date,
): Promise<void> {
  const found = await locked(w, person, eventId, at)
  if (!found || undoable(found.event, found.at)?.kind !== kind) return
  await recordActionIn(w, person, found.event, 'undo', { at: found.at }, undoing)
}

/** As a fact: readers go on seeing the words before it until it is public. */
async function reword(w: Write, person: Person, eventId: string, words: string, at?: Date): Promise<void> {
  const found = await locked(w, person, eventId, at)
  if (!found || !isOver(found.phase) || found.event.details.finalWords === words) return
  const { event } = found
  const details: EventRecord['details'] = { ...event.details, finalWords: words }
  const fact = newFact(event, person, { kind: 'edit', at: found.at, before: event.details })
  await append(w, { ...event, details }, fact)
  await audit(w, person, 'event.update', subjectOf(event), { fields: ['finalWords'] })
}
