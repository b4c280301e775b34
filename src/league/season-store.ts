import { type Source, sql } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { Ruleset } from './ruleset.ts'
import type { SeasonRecord } from './season.ts'
import type { LeagueTables } from './tables.ts'

const db = (source: Source) => source.q.withTables<LeagueTables>()

/** Nobody has so many seasons; the latest are kept. */
const MOST = 200

const rows = (source: Source) => db(source).selectFrom('seasons').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const toRecord = (row: Row): SeasonRecord => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  ruleset: Ruleset.parse(row.ruleset),
  rulesetVersion: row.ruleset_version,
  revealAt: row.reveal_at,
  revision: row.revision,
})

export async function findSeason(source: Source, id: string): Promise<SeasonRecord | undefined> {
  const row = await rows(source).where('id', '=', id).executeTakeFirst()
  return row && toRecord(row)
}

export async function findSeasonBySlug(source: Source, slug: string): Promise<SeasonRecord | undefined> {
  const row = await rows(source).where('slug', '=', slug).executeTakeFirst()
  return row && toRecord(row)
}

/** The season, locked until the end of the use case. */
export async function requireSeason(w: Write, id: string): Promise<SeasonRecord> {
  const row = await rows(w).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such season. It may have been deleted.')
  return toRecord(row)
}

export interface SeasonInList extends SeasonRecord {
  sides: number
  matches: number
}

/** The latest first, with how many sides and public matches each has. */
export async function listSeasons(source: Source): Promise<SeasonInList[]> {
  const found = await rows(source)
    .select((eb) => [
      eb
        .selectFrom('season_sides')
        .whereRef('season_sides.season_id', '=', 'seasons.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('sides'),
      eb
        .selectFrom('matches')
        .whereRef('matches.season_id', '=', 'seasons.id')
        .where('draft', '=', false)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('matches'),
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return found.map((row) => ({ ...toRecord(row), sides: row.sides ?? 0, matches: row.matches ?? 0 }))
}

export async function isSeasonSlugTaken(source: Source, slug: string): Promise<boolean> {
  return (
    (await db(source).selectFrom('seasons').select('id').where('slug', '=', slug).executeTakeFirst()) !==
    undefined
  )
}

const refuseTaken =
  (slug: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'seasons_slug_key'))
      throw new Refusal('conflict', `There is a season at /seasons/${slug} already. Choose another address.`)
    throw error
  }

export async function insertSeason(
  w: Write,
  season: Pick<SeasonRecord, 'slug' | 'name' | 'description' | 'ruleset' | 'revealAt'>,
): Promise<SeasonRecord> {
  const row = await db(w)
    .insertInto('seasons')
    .values({
      slug: season.slug,
      name: season.name,
      description: season.description,
      ruleset: JSON.stringify(season.ruleset),
      reveal_at: season.revealAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(refuseTaken(season.slug))
  return toRecord(row)
}

/** Saves what the season says by now; a new ruleset is a new version of it. The caller has locked it. */
export async function saveSeason(w: Write, season: SeasonRecord): Promise<SeasonRecord> {
  const ruleset = JSON.stringify(season.ruleset)
  const row = await db(w)
    .updateTable('seasons')
    .set((eb) => ({
      slug: season.slug,
      name: season.name,
      description: season.description,
      ruleset,
      ruleset_version: sql<number>`ruleset_version + (ruleset <> ${ruleset}::jsonb)::int`,
      reveal_at: season.revealAt,
      updated_at: w.now,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', season.id)
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(refuseTaken(season.slug))
  return toRecord(row)
}
