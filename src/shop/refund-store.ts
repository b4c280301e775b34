import type { Selectable } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { OrderTables, RefundsTable } from './tables-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export type Refund = Selectable<RefundsTable>

export async function insertRefund(
  w: Write,
  refund: { orderId: string; amount: number; reason: string; by: string | null; done: boolean },
): Promise<string> {
  const { id } = await db(w)
    .insertInto('refunds')
    .values({
      order_id: refund.orderId,
      amount: refund.amount,
      reason: refund.reason,
      by: refund.by,
      state: refund.done ? 'done' : 'wanted',
      done_at: refund.done ? w.now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findRefund(s: Source, id: string): Promise<Refund | null> {
  return (await db(s).selectFrom('refunds').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export const listRefunds = (s: Source, orderId: string): Promise<Refund[]> =>
  db(s).selectFrom('refunds').selectAll().where('order_id', '=', orderId).orderBy('id').execute()

export async function listWantedRefunds(s: Source, limit: number): Promise<string[]> {
  const rows = await db(s)
    .selectFrom('refunds')
    .select('id')
    .where('state', '=', 'wanted')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes down how it ended; false: that was written down before. */
export async function endRefund(
  w: Write,
  id: string,
  end: { state: 'done'; stripeId: string } | { state: 'failed'; problem: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(w)
    .updateTable('refunds')
    .set(
      end.state === 'done'
        ? { state: 'done', stripe_id: end.stripeId, done_at: w.now, problem: null }
        : { state: 'failed', problem: end.problem },
    )
    .where('id', '=', id)
    .where('state', '=', 'wanted')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function nextRefundAttempt(
  s: Source,
  id: string,
  attempt: number,
  problem: string,
): Promise<void> {
  await db(s)
    .updateTable('refunds')
    .set({ attempt: attempt + 1, problem })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .execute()
}
