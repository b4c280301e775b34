import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { hasMatchesInSeason } from './match-store.ts'
import { removeSideFromSeason } from './roster-store.ts'
import { type SeasonRecord, seasonSubject, topicsOfSeason } from './season.ts'
import { requireSeason } from './season-store.ts'

/** Takes a side out of a season in which it has no match. */
export async function removeSide(
  p: Platform,
  person: Person,
  seasonId: string,
  sideId: string,
): Promise<SeasonRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const season = await requireSeason(w, seasonId)
    if (await hasMatchesInSeason(w, seasonId, sideId))
      throw new Refusal('conflict', 'This side has matches in this season. Delete or change those first.')
    if (!(await removeSideFromSeason(w, seasonId, sideId)))
      throw new Refusal('not-found', 'This side does not play this season.')
    w.touch(...topicsOfSeason(season), `side:${sideId}`)
    await audit(w, person, 'season.remove-side', seasonSubject(season), { side: sideId })
    return season
  })
}
