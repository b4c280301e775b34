import type { MatchPhase } from '../wire.ts'

/** How a match stands, as the studio says it. */
export const PHASE_WORDS: Record<MatchPhase, string> = {
  scheduled: 'Scheduled',
  playing: 'On air',
  level: 'Level',
  decided: 'All played',
  ended: 'Final',
}
