import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { withoutUndefined } from './changed.ts'
import { topicsAround } from './match.ts'
import { findMatchBrief, matchIdsOfSide } from './match-store.ts'
import { seasonsOfSide } from './roster-store.ts'
import { topicsOfSeason } from './season.ts'
import { findSide, saveSide } from './side-store.ts'
import type { SideChange, SideJson } from './wire.ts'

export async function updateSide(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  change: SideChange,
): Promise<SideJson> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const side = await findSide(w, id)
    if (!side) throw new Refusal('not-found', 'There is no such side. It may have been deleted.')
    const saved = await saveSide(w, { ...side, ...withoutUndefined(change) }, basedOn)
    if (!saved)
      throw new Refusal(
        'stale',
        'Somebody else has changed this side. Look at their version, then save again.',
        { current: side },
      )
    w.touch(`side:${id}`, 'desk:league')
    for (const seasonId of await seasonsOfSide(w, id)) w.touch(...topicsOfSeason({ id: seasonId }))
    for (const matchId of await matchIdsOfSide(w, id)) {
      const match = await findMatchBrief(w, matchId)
      if (match) w.touch(...topicsAround(match))
    }
    await audit(w, person, 'side.update', `side:${id}`, { fields: Object.keys(change) })
    return saved
  })
}
