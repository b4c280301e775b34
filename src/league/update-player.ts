import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { withoutUndefined } from './changed.ts'
import { findPlayer, savePlayer } from './player-store.ts'
import { seasonsOfPlayer } from './roster-store.ts'
import { topicsOfSeason } from './season.ts'
import type { PlayerChange, PlayerJson } from './wire.ts'

export async function updatePlayer(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  change: PlayerChange,
): Promise<PlayerJson> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const player = await findPlayer(w, id)
    if (!player) throw new Refusal('not-found', 'There is no such player. They may have been deleted.')
    const saved = await savePlayer(w, { ...player, ...withoutUndefined(change) }, basedOn)
    if (!saved)
      throw new Refusal(
        'stale',
        'Somebody else has changed this player. Look at their version, then save again.',
        { current: player },
      )
    w.touch('desk:league')
    for (const seasonId of await seasonsOfPlayer(w, id)) w.touch(...topicsOfSeason({ id: seasonId }))
    await audit(w, person, 'player.update', `player:${id}`)
    return saved
  })
}
