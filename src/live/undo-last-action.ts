import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { undoable } from './allowed-actions.ts'
import type { EventDetails, EventFact, EventRecord } from './event.ts'
import { type ActionInput, type Effect, recordAction } from './record-fact.ts'

/** Takes back the last action that still counts. Readers who have not seen it yet never will. */
export async function undoLastAction(
  p: Platform,
  person: Person,
  id: string,
  input: ActionInput = {},
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  return recordAction(p, person, id, 'undo', input, undoing)
}

export function undoing(event: EventRecord, at: Date): Effect {
  const last = undoable(event, at)
  if (!last) throw new Refusal('conflict', 'There is nothing that could be taken back.')
  return { undoes: last.seq, words: last.words, ...restored(last, event.details) }
}

/** Only what that action changed: an edit made since then stays. */
function restored({ kind, before, startsAt }: EventFact, details: EventDetails): Effect {
  if (!before) return {}
  if (kind === 'end') return { details: { ...details, finalWords: before.finalWords } }
  if (startsAt && startsAt.getTime() !== details.startsAt.getTime())
    throw new Refusal(
      'conflict',
      'Its start was changed since it was postponed. Set the start that is right.',
    )
  return {
    details: { ...details, startsAt: before.startsAt, zone: before.zone, movedFrom: before.movedFrom },
  }
}
