import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { LeagueTables } from './tables.ts'
import type { PlayerJson } from './wire.ts'

const db = (source: Source) => source.q.withTables<LeagueTables>()
const COLUMNS = ['id', 'name', 'revision'] as const

export const findPlayer = (source: Source, id: string): Promise<PlayerJson | undefined> =>
  db(source).selectFrom('players').select(COLUMNS).where('id', '=', id).executeTakeFirst()

export function searchPlayers(source: Source, text: string, limit: number): Promise<PlayerJson[]> {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db(source)
    .selectFrom('players')
    .select(COLUMNS)
    .where('name', 'ilike', like)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function namesOfPlayers(source: Source, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db(source)
    .selectFrom('players')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

export const insertPlayer = (w: Write, name: string): Promise<PlayerJson> =>
  db(w).insertInto('players').values({ name }).returning(COLUMNS).executeTakeFirstOrThrow()

/** `undefined`: it is not of that revision any more. */
export const savePlayer = (
  w: Write,
  { id, name }: PlayerJson,
  basedOn: number,
): Promise<PlayerJson | undefined> =>
  db(w)
    .updateTable('players')
    .set((eb) => ({ name, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returning(COLUMNS)
    .executeTakeFirst()
