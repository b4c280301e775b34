import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { cancelEvent } from './cancel-event.ts'
import { endEvent } from './end-event.ts'
import type { EventRecord } from './event.ts'
import { pauseEvent } from './pause-event.ts'
import { postponeEvent } from './postpone-event.ts'
import { reopenEvent } from './reopen-event.ts'
import { resumeEvent } from './resume-event.ts'
import { startEvent } from './start-event.ts'
import { undoLastAction } from './undo-last-action.ts'
import type { EventAction } from './wire.ts'

/** The host's console: one door, one use case for each key. */
export async function actOnEvent(
  p: Platform,
  person: Person,
  id: string,
  act: EventAction,
): Promise<EventRecord> {
  requireRight(person, 'event.run')
  switch (act.action) {
    case 'start':
      return startEvent(p, person, id)
    case 'pause':
      return pauseEvent(p, person, id, { words: act.words })
    case 'resume':
      return resumeEvent(p, person, id)
    case 'end':
      return endEvent(p, person, id, { words: act.words })
    case 'postpone':
      return postponeEvent(p, person, id, { words: act.words, start: act.start })
    case 'cancel':
      return cancelEvent(p, person, id, { words: act.words })
    case 'reopen':
      return reopenEvent(p, person, id)
    case 'undo':
      return undoLastAction(p, person, id)
  }
}
