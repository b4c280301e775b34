import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { type MatchRecord, matchSubject, topicsAround } from './match.ts'
import { requireMatch, saveMatch } from './match-store.ts'
import { rewordEvent } from './move-event.ts'
import { scheduleReveal } from './reveal-results.ts'
import { detailsOf } from './update-match.ts'

/** Holds the result of a match back until then; null: no longer. */
export async function setMatchReveal(
  p: Platform,
  person: Person,
  id: string,
  revealAt: Date | null,
): Promise<MatchRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const match = await requireMatch(w, id)
    await saveMatch(w, id, { ...detailsOf(match), revealAt })
    const saved = await requireMatch(w, id)
    w.touch(...topicsAround(saved))
    await scheduleReveal(p, w, { matchId: id }, revealAt, topicsAround(saved))
    await rewordEvent(w, person, saved)
    await audit(w, person, 'match.reveal', matchSubject(match), { revealAt })
    return saved
  })
}
