import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { saveRoster } from './roster-store.ts'
import { type SeasonRecord, seasonSubject, topicsOfSeason } from './season.ts'
import { requireSeason } from './season-store.ts'
import type { RosterChange } from './wire.ts'

/** Puts a side into a season, with who plays for it there. Line-ups of matches stay as they are. */
export async function setRoster(
  p: Platform,
  person: Person,
  seasonId: string,
  sideId: string,
  { players }: RosterChange,
): Promise<SeasonRecord> {
  requireRight(person, 'league.manage')
  if (new Set(players.map(({ player }) => player)).size < players.length)
    throw new Refusal('unprocessable', 'A player is on this roster twice. Leave one of them out.')
  return p.write(async (w) => {
    const season = await requireSeason(w, seasonId)
    await saveRoster(
      w,
      seasonId,
      sideId,
      players.map(({ player, bench = false }) => ({ player, bench })),
    )
    w.touch(...topicsOfSeason(season), `side:${sideId}`)
    await audit(w, person, 'season.roster', seasonSubject(season), { side: sideId, players: players.length })
    return season
  })
}
