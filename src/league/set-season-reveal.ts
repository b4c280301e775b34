import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { topicsAround } from './match.ts'
import { matchesOfSeason } from './match-store.ts'
import { rewordEvent } from './move-event.ts'
import { scheduleReveal } from './reveal-results.ts'
import { type SeasonRecord, seasonSubject, topicsOfSeason } from './season.ts'
import { requireSeason, saveSeason } from './season-store.ts'

/** Holds every result and the tables of a season back until then; null: no longer. */
export async function setSeasonReveal(
  p: Platform,
  person: Person,
  id: string,
  revealAt: Date | null,
): Promise<SeasonRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const saved = await saveSeason(w, { ...(await requireSeason(w, id)), revealAt })
    const matches = await matchesOfSeason(w, id, { drafts: false })
    const topics = [...new Set([...topicsOfSeason(saved), ...matches.flatMap(topicsAround)])]
    w.touch(...topics)
    await scheduleReveal(p, w, { seasonId: id }, revealAt, topics)
    for (const match of matches) await rewordEvent(w, person, match)
    await audit(w, person, 'season.reveal', seasonSubject(saved), { revealAt })
    return saved
  })
}
