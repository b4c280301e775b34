import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { noteEvent } from './order-store.ts'
import type { OrderTables } from './tables-orders.ts'
import type { ExceptionJson } from './wire-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

/** Puts an order before the eyes of the studio, once for each kind until somebody has resolved it. */
export async function raiseException(
  w: Write,
  orderId: string,
  kind: ExceptionJson['kind'],
  says: string,
): Promise<void> {
  const made = await db(w)
    .insertInto('order_exceptions')
    .values({ order_id: orderId, kind, says, at: w.now, resolved_at: null, resolved_by: null })
    .onConflict((clash) => clash.columns(['order_id', 'kind']).where('resolved_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) await noteEvent(w, orderId, { kind: 'exception', says, by: null })
}

/** Which order it was about; null: it was resolved before. */
export async function resolveException(w: Write, id: string, by: string | null): Promise<string | null> {
  const row = await db(w)
    .updateTable('order_exceptions')
    .set({ resolved_at: w.now, resolved_by: by })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('order_id')
    .executeTakeFirst()
  return row?.order_id ?? null
}

/** Exceptions of one kind that have ended by themselves. */
export async function dropException(w: Write, orderId: string, kind: ExceptionJson['kind']): Promise<void> {
  await db(w)
    .updateTable('order_exceptions')
    .set({ resolved_at: w.now })
    .where('order_id', '=', orderId)
    .where('kind', '=', kind)
    .where('resolved_at', 'is', null)
    .execute()
}

/** Those that wait for somebody, newest first; of one order, or of all. */
export async function listOpenExceptions(
  s: Source,
  orderId: string | null,
  limit: number,
): Promise<ExceptionJson[]> {
  const { rows } = await sql<Omit<ExceptionJson, 'at' | 'resolvedAt'> & { at: Date }>`
    select e.id, e.order_id as "orderId", o.number as "orderNumber", e.kind, e.says, e.at, e.resolved_by as "resolvedBy"
    from order_exceptions e join orders o on o.id = e.order_id
    where e.resolved_at is null and (${orderId}::uuid is null or e.order_id = ${orderId})
    order by e.id desc limit ${limit}`.execute(s.q)
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), resolvedAt: null }))
}
