import type { CollectionPhase } from '../wire.ts'

export const PHASE_WORDS: Record<CollectionPhase, string> = {
  hidden: 'Not announced',
  announced: 'Announced',
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
}

export const toneOf = (phase: CollectionPhase): 'hot' | 'ink' | 'plain' =>
  phase === 'open' ? 'hot' : phase === 'paused' ? 'ink' : 'plain'
