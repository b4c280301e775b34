import type { EventFact, EventRecord } from './event.ts'
import { phaseAt } from './phase.ts'
import { seenByStudio } from './public-time.ts'
import type { ActionName, Phase } from './wire.ts'

/** What a host may do in each phase. */
const BY_PHASE: Record<Phase, readonly ActionName[]> = {
  scheduled: ['start', 'postpone', 'cancel'],
  'starting-soon': ['start', 'postpone', 'cancel'],
  live: ['pause', 'end', 'postpone', 'cancel'],
  paused: ['resume', 'end', 'postpone', 'cancel'],
  ended: ['reopen'],
  postponed: ['start', 'postpone', 'cancel', 'reopen'],
  cancelled: ['reopen'],
}

export function allowedActions(event: EventRecord, now: Date): ActionName[] {
  if (event.draft) return []
  const { phase } = phaseAt(seenByStudio(event), now)
  return undoable(event, now) ? [...BY_PHASE[phase], 'undo'] : [...BY_PHASE[phase]]
}

/** The last action that still counts, if taking it back would not contradict the clock. */
export function undoable(event: EventRecord, now: Date): EventFact | null {
  const undone = new Set(event.facts.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])))
  const last = event.facts.findLast(
    ({ kind, seq }) => kind !== 'delay' && kind !== 'edit' && kind !== 'undo' && !undone.has(seq),
  )
  if (!last) return null
  const startedByClock = event.details.startsBy === 'clock' && event.details.startsAt <= now
  return last.kind === 'start' && startedByClock ? null : last
}
