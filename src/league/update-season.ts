import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { withoutUndefined } from './changed.ts'
import { topicsAround } from './match.ts'
import { matchesOfSeason } from './match-store.ts'
import { readDeskSeason } from './read-seasons.ts'
import { seasonPath, type SeasonRecord, seasonSubject, topicsOfSeason } from './season.ts'
import { requireSeason, saveSeason } from './season-store.ts'
import type { SeasonChange } from './wire.ts'

/** A new ruleset holds for the matches that have not begun: the others keep their copy. */
export async function updateSeason(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  change: SeasonChange,
): Promise<SeasonRecord> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const season = await requireSeason(w, id)
    if (season.revision !== basedOn)
      throw new Refusal(
        'stale',
        'Somebody else has changed this season. Look at their version, then save again.',
        { current: await readDeskSeason(w, season, w.now) },
      )
    const saved = await saveSeason(w, { ...season, ...withoutUndefined(change) })
    if (saved.slug !== season.slug) await claimAddress(w, seasonPath(saved), seasonSubject(saved))
    w.touch(...topicsOfSeason(saved))
    // Each says the season's name and plays by its rules.
    for (const match of await matchesOfSeason(w, id, { drafts: true })) w.touch(...topicsAround(match))
    await audit(w, person, 'season.update', seasonSubject(saved), { fields: Object.keys(change) })
    return saved
  })
}
