import { type Generated, type Selectable, sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Window } from './promo.ts'
import type { Link } from './wire.ts'

export interface Promo extends Window {
  revision: number
  title: string
  text: string
  action: Link
  zone: string
  /** The collection of the shop that it follows. */
  collectionId: string | null
}

export type PromoFields = Omit<Promo, 'id' | 'revision' | 'paused'>

type PromoTable = {
  promos: {
    id: Generated<string>
    revision: Generated<number>
    title: string
    text: string
    action_label: string
    action_url: string
    zone: string
    opens_at: Date
    closes_at: Date | null
    priority: number
    announced: boolean
    paused: Generated<boolean>
    collection_id: string | null
    updated_at: Generated<Date>
  }
}
type Row = Selectable<PromoTable['promos']>

const db = (s: Source) => s.q.withTables<PromoTable>()

const toPromo = (row: Row): Promo => ({
  id: row.id,
  revision: row.revision,
  title: row.title,
  text: row.text,
  action: { label: row.action_label, url: row.action_url },
  zone: row.zone,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  priority: row.priority,
  announced: row.announced,
  paused: row.paused,
  collectionId: row.collection_id,
})

const toRow = (promo: PromoFields) => ({
  title: promo.title,
  text: promo.text,
  action_label: promo.action.label,
  action_url: promo.action.url,
  zone: promo.zone,
  opens_at: promo.opensAt,
  closes_at: promo.closesAt,
  priority: promo.priority,
  announced: promo.announced,
  collection_id: promo.collectionId,
})

/** As many as a band's timeline may be made of; more open windows than this nobody has. */
const MOST_CURRENT = 200

/** Every promo whose window has not closed, as far as these rows know: that of one that follows a collection is the collection's. */
export async function currentPromos(s: Source, now: Date): Promise<Promo[]> {
  const rows = await db(s)
    .selectFrom('promos')
    .selectAll()
    .where((where) =>
      where.or([
        where('closes_at', 'is', null),
        where('closes_at', '>', now),
        where('collection_id', 'is not', null),
      ]),
    )
    .orderBy('opens_at')
    .limit(MOST_CURRENT)
    .execute()
  return rows.map(toPromo)
}

/** All promos, the last to open first; `after` is the promo that the list goes on behind. */
export async function listPromos(s: Source, limit: number, after: Promo | null): Promise<Promo[]> {
  let query = db(s).selectFrom('promos').selectAll().orderBy('opens_at', 'desc').orderBy('id', 'desc')
  if (after) query = query.where(sql<boolean>`(opens_at, id) < (${after.opensAt}, ${after.id})`)
  return (await query.limit(limit).execute()).map(toPromo)
}

export async function findPromo(s: Source, id: string): Promise<Promo | null> {
  const row = await db(s).selectFrom('promos').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPromo(row) : null
}

export async function insertPromo(w: Write, promo: PromoFields): Promise<Promo> {
  const row = await db(w).insertInto('promos').values(toRow(promo)).returningAll().executeTakeFirstOrThrow()
  return toPromo(row)
}

/** `null`: it is not there any more, or has another revision. */
export async function replacePromo(
  w: Write,
  id: string,
  revision: number,
  change: PromoFields | { paused: boolean },
): Promise<Promo | null> {
  const row = await db(w)
    .updateTable('promos')
    .set({
      ...('paused' in change ? { paused: change.paused } : toRow(change)),
      revision: revision + 1,
      updated_at: w.now,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
  return row ? toPromo(row) : null
}

export const removePromo = async (w: Write, id: string): Promise<void> => {
  await db(w).deleteFrom('promos').where('id', '=', id).execute()
}
