import { setTimeout as sleep } from 'node:timers/promises'
import { findMatch, ruleMatch } from '../league/public.ts'
import { SYSTEM } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { nextRuling } from './next-ruling.ts'

/** About as long as it takes to read a question out and to hear an answer. */
const QUICKEST_MS = 2500
const SLOWEST_MS = 5000

const playing = new Set<string>()

export const isPlaying = (matchId: string): boolean => playing.has(matchId)

/** Rules a match question by question to its end, at a natural pace; a match that is being played is left to go on. */
export async function playOn(p: Platform, matchId: string): Promise<void> {
  if (playing.has(matchId)) return
  playing.add(matchId)
  try {
    for (;;) {
      const match = await findMatch(p, matchId)
      const told = match && nextRuling(match, Math.random)
      if (!told) return
      await ruleMatch(p, SYSTEM, matchId, told)
      await sleep(QUICKEST_MS + Math.random() * (SLOWEST_MS - QUICKEST_MS), undefined, { ref: false })
    }
  } finally {
    playing.delete(matchId)
  }
}
