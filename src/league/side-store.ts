import { type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { LeagueTables } from './tables.ts'
import type { SideJson } from './wire.ts'

const db = (source: Source) => source.q.withTables<LeagueTables>()
const COLUMNS = ['id', 'name', 'short', 'colour', 'revision'] as const
const MOST = 500

export const listSides = (source: Source): Promise<SideJson[]> =>
  db(source).selectFrom('sides').select(COLUMNS).orderBy('name').limit(MOST).execute()

export const findSide = (source: Source, id: string): Promise<SideJson | undefined> =>
  db(source).selectFrom('sides').select(COLUMNS).where('id', '=', id).executeTakeFirst()

const refuseTaken =
  (name: string) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'sides_name_key'))
      throw new Refusal(
        'conflict',
        `There is a side "${name}" already. Take that one, or choose another name.`,
      )
    throw error
  }

export const insertSide = (w: Write, side: Pick<SideJson, 'name' | 'short' | 'colour'>): Promise<SideJson> =>
  db(w)
    .insertInto('sides')
    .values(side)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
    .catch(refuseTaken(side.name))

/** `undefined`: it is not of that revision any more. */
export const saveSide = (
  w: Write,
  { id, name, short, colour }: SideJson,
  basedOn: number,
): Promise<SideJson | undefined> =>
  db(w)
    .updateTable('sides')
    .set((eb) => ({ name, short, colour, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', basedOn)
    .returning(COLUMNS)
    .executeTakeFirst()
    .catch(refuseTaken(name))
