import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { insertPlayer } from './player-store.ts'
import type { NewPlayer, PlayerJson } from './wire.ts'

export async function createPlayer(p: Platform, person: Person, { name }: NewPlayer): Promise<PlayerJson> {
  requireRight(person, 'league.manage')
  return p.write(async (w) => {
    const player = await insertPlayer(w, name)
    w.touch('desk:league')
    // A player is a person, and the log is never emptied: their name is not for it.
    await audit(w, person, 'player.create', `player:${player.id}`)
    return player
  })
}
