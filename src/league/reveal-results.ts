import { SYSTEM } from '../people/public.ts'
import type { JobHandlers } from '../platform/jobs.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { type MatchBrief, topicsAround } from './match.ts'
import { findMatch, matchesOfSeason } from './match-store.ts'
import { rewordEvent } from './move-event.ts'

const JOB = 'league.reveal'
/** The clocks of two processes differ by less, so that nothing is held back any more when the job looks. */
const SKEW_MS = 1000

type Held = { matchId: string } | { seasonId: string }

/** Has pages follow at the instant of a reveal, and the ended events then say their scores. */
export async function scheduleReveal(
  p: Platform,
  w: Write,
  held: Held,
  revealAt: Date | null,
  topics: readonly string[],
): Promise<void> {
  if (!revealAt || revealAt <= w.now) return
  w.schedule(revealAt, ...topics)
  const key = `${Object.values(held).join()}@${revealAt.toISOString()}`
  await p.jobs.enqueue(w, JOB, held, { key, startAfter: new Date(revealAt.getTime() + SKEW_MS) })
}

/** The reveal may have been moved since: what is still held back then stays so. */
export const revealJobs = (p: Platform): JobHandlers => ({
  [JOB]: (held) =>
    p.write(async (w) => {
      for (const match of await matchesHeld(w, held as Held)) {
        await rewordEvent(w, SYSTEM, match)
        w.touch(...topicsAround(match))
      }
    }),
})

async function matchesHeld(w: Write, held: Held): Promise<MatchBrief[]> {
  if ('seasonId' in held) return matchesOfSeason(w, held.seasonId, { drafts: false })
  const match = await findMatch(w, held.matchId)
  return match ? [match] : []
}
