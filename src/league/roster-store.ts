import { type Source } from '../platform/db/database.ts'
import { isForeignKeyViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { LeagueTables } from './tables.ts'
import type { RosterSide } from './wire.ts'

const db = (source: Source) => source.q.withTables<LeagueTables>()

/** The sides of a season by name, each with who plays for it. */
export async function rostersOf(source: Source, seasonId: string): Promise<RosterSide[]> {
  const sides = await db(source)
    .selectFrom('season_sides')
    .innerJoin('sides', 'sides.id', 'season_sides.side_id')
    .select(['sides.id', 'name', 'short', 'colour', 'revision'])
    .where('season_id', '=', seasonId)
    .orderBy('name')
    .execute()
  const players = await db(source)
    .selectFrom('rosters')
    .innerJoin('players', 'players.id', 'rosters.player_id')
    .select(['side_id', 'players.id', 'name', 'bench'])
    .where('season_id', '=', seasonId)
    .orderBy('side_id')
    .orderBy('position')
    .execute()
  const bySide = Map.groupBy(players, (player) => player.side_id)
  return sides.map((side) => ({
    ...side,
    players: (bySide.get(side.id) ?? []).map(({ id, name, bench }) => ({ id, name, bench })),
  }))
}

/** Puts the side into the season, if it is not there yet, and replaces who plays for it. */
export async function saveRoster(
  w: Write,
  seasonId: string,
  sideId: string,
  players: readonly { player: string; bench: boolean }[],
): Promise<void> {
  await db(w)
    .insertInto('season_sides')
    .values({ season_id: seasonId, side_id: sideId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
    .catch(refuseUnknown('side'))
  await db(w).deleteFrom('rosters').where('season_id', '=', seasonId).where('side_id', '=', sideId).execute()
  if (players.length === 0) return
  await db(w)
    .insertInto('rosters')
    .values(
      players.map(({ player, bench }, position) => ({
        season_id: seasonId,
        side_id: sideId,
        player_id: player,
        position,
        bench,
      })),
    )
    .execute()
    .catch(refuseUnknown('player'))
}

const refuseUnknown =
  (what: string) =>
  (error: unknown): never => {
    if (isForeignKeyViolation(error))
      throw new Refusal('unprocessable', `There is no such ${what}. Make it first, then put it in.`)
    throw error
  }

export async function removeSideFromSeason(w: Write, seasonId: string, sideId: string): Promise<boolean> {
  const { numDeletedRows } = await db(w)
    .deleteFrom('season_sides')
    .where('season_id', '=', seasonId)
    .where('side_id', '=', sideId)
    .executeTakeFirst()
  return numDeletedRows > 0
}

export async function seasonsOfSide(source: Source, sideId: string): Promise<string[]> {
  const found = await db(source)
    .selectFrom('season_sides')
    .select('season_id')
    .where('side_id', '=', sideId)
    .execute()
  return found.map(({ season_id }) => season_id)
}

export async function seasonsOfPlayer(source: Source, playerId: string): Promise<string[]> {
  const found = await db(source)
    .selectFrom('rosters')
    .select('season_id')
    .distinct()
    .where('player_id', '=', playerId)
    .execute()
  return found.map(({ season_id }) => season_id)
}
