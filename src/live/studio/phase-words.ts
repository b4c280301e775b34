import type { Phase } from '../wire.ts'

/** How an event stands, as the studio says it; readers have words of their own. */
export const PHASE_WORDS: Record<Phase, string> = {
  scheduled: 'Scheduled',
  'starting-soon': 'Starting soon',
  live: 'Live',
  paused: 'Paused',
  ended: 'Ended',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
}
