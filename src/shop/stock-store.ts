import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { stockTopicsOf } from './product.ts'
import { refusalOfShort, type Short } from './short.ts'
import { inLockOrder, type StockLine } from './stock.ts'
import type { CatalogueTables } from './tables.ts'
import type { MovementJson, MovementKind } from './wire-catalogue.ts'

const db = (s: Source) => s.q.withTables<CatalogueTables>()

export interface MovementNote {
  reason: string
  /** Person id; null: Pressbox itself. */
  by: string | null
  orderId?: string | null
}

/** Takes pieces off what others can buy. All lines or none: a shortage refuses the whole use case, with `short` saying what is left. */
export async function holdStock(w: Write, lines: readonly StockLine[]): Promise<void> {
  for (const { variantId, quantity } of inLockOrder(lines)) {
    const { rows } = await sql<{ product_id: string }>`
      update stock set held = held + ${quantity}, revision = stock.revision + 1 from variants v
      where variant_id = ${variantId} and v.id = variant_id and on_hand - held >= ${quantity}
      returning v.product_id`.execute(w.q)
    if (!rows[0]) await refuseShort(w, lines)
    else w.touch(...stockTopicsOf(rows[0].product_id))
  }
}

/** Gives back what was held and not bought. */
export async function releaseStock(w: Write, lines: readonly StockLine[]): Promise<void> {
  for (const { variantId, quantity } of inLockOrder(lines)) await change(w, variantId, 0, -quantity)
}

/** Sells what was held before. */
export async function sellHeld(w: Write, lines: readonly StockLine[], note: MovementNote): Promise<void> {
  for (const { variantId, quantity } of inLockOrder(lines)) {
    await change(w, variantId, -quantity, -quantity)
    await insertMovement(w, variantId, 'sold', -quantity, note)
  }
}

/** Sells what nobody holds, with the commit: other buyers wait for the row no longer than that takes. All lines or none, as above. */
export function sellFree(
  w: Write,
  lines: readonly (StockLine & { productId: string })[],
  { reason, by, orderId = null }: MovementNote,
): void {
  const sold = inLockOrder(lines).map(({ variantId: variant, quantity }) => ({ variant, quantity }))
  w.withCommit({
    name: 'sell_free',
    argument: { lines: sold, reason, by, orderId, at: w.now },
    refused: (error) => {
      const detail = shortageOf(error)
      return detail === null ? null : refusalOfShort(JSON.parse(detail) as Short[])
    },
  })
  w.touch(...lines.flatMap(({ productId }) => stockTopicsOf(productId)))
}

/** As the function `sell_free` raises it. */
const SHORTAGE = 'PX001'

const shortageOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && error.code === SHORTAGE && 'detail' in error
    ? String(error.detail)
    : null

/** Puts pieces that came back on sale again. */
export async function returnStock(w: Write, lines: readonly StockLine[], note: MovementNote): Promise<void> {
  for (const { variantId, quantity } of inLockOrder(lines)) {
    await change(w, variantId, quantity, 0)
    await insertMovement(w, variantId, 'returned', quantity, note)
  }
}

export interface StockRow {
  productId: string
  onHand: number
  held: number
  revision: number
}

/** The stock of a variant, locked until the end of the use case. */
export async function lockStock(w: Write, variantId: string): Promise<StockRow | null> {
  const row = await db(w)
    .selectFrom('stock')
    .innerJoin('variants', 'variants.id', 'stock.variant_id')
    .select(['product_id', 'on_hand', 'held', 'stock.revision'])
    .where('variant_id', '=', variantId)
    .forUpdate('stock')
    .executeTakeFirst()
  return row
    ? { productId: row.product_id, onHand: row.on_hand, held: row.held, revision: row.revision }
    : null
}

/** Moves pieces by hand; whoever calls has locked the row and checked that what is held stays there. */
export async function moveStock(
  w: Write,
  variantId: string,
  kind: MovementKind,
  quantity: number,
  note: MovementNote,
): Promise<void> {
  await change(w, variantId, quantity, 0)
  await sql`update stock set stocked = on_hand where variant_id = ${variantId}`.execute(w.q)
  await insertMovement(w, variantId, kind, quantity, note)
}

export const insertStock = async (w: Write, variantId: string): Promise<void> => {
  await db(w).insertInto('stock').values({ variant_id: variantId }).execute()
}

async function change(w: Write, variantId: string, onHand: number, held: number): Promise<void> {
  const { rows } = await sql<{ product_id: string }>`
    update stock set on_hand = on_hand + ${onHand}, held = held + ${held}, revision = stock.revision + 1 from variants v
    where variant_id = ${variantId} and v.id = variant_id returning v.product_id`.execute(w.q)
  const row = rows[0]
  if (!row) throw new Error(`The variant ${variantId} has no stock.`)
  w.touch(...stockTopicsOf(row.product_id))
}

async function insertMovement(
  w: Write,
  variantId: string,
  kind: MovementKind,
  quantity: number,
  { reason, by, orderId = null }: MovementNote,
): Promise<void> {
  await db(w)
    .insertInto('stock_movements')
    .values({ variant_id: variantId, kind, quantity, reason, by, order_id: orderId, at: w.now })
    .execute()
}

async function refuseShort(w: Write, lines: readonly StockLine[]): Promise<never> {
  const wanted = inLockOrder(lines)
  const rows = await db(w)
    .selectFrom('stock')
    .innerJoin('variants', 'variants.id', 'stock.variant_id')
    .innerJoin('products', 'products.id', 'variants.product_id')
    .select(['variant_id', 'title', 'choice', sql<number>`on_hand - held`.as('left')])
    .where(
      'variant_id',
      'in',
      wanted.map(({ variantId }) => variantId),
    )
    .execute()
  const short = wanted.flatMap(({ variantId, quantity }) => {
    const row = rows.find(({ variant_id }) => variant_id === variantId)
    const left = row?.left ?? 0
    return left < quantity ? [{ variantId, left, what: row ? nameOf(row) : 'What you chose' }] : []
  })
  throw refusalOfShort(short)
}

const nameOf = ({ title, choice }: { title: string; choice: string[] }): string =>
  [title, choice.join(', ')].filter((part) => part !== '').join(', ')

/** The last movements of a variant, newest first. */
export async function listMovements(
  s: Source,
  variantId: string,
  limit: number,
  before: number | undefined,
): Promise<MovementJson[]> {
  let query = db(s).selectFrom('stock_movements').selectAll().where('variant_id', '=', variantId)
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ id, kind, quantity, reason, by, order_id, at }) => ({
    id,
    kind,
    quantity,
    reason,
    by,
    orderId: order_id,
    at: at.toISOString(),
  }))
}
