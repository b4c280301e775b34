import type { Selectable } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { OrderTables, PaymentsTable } from './tables-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export type Payment = Selectable<PaymentsTable>

export async function findPayment(s: Source, orderId: string): Promise<Payment | null> {
  const row = await db(s)
    .selectFrom('payments')
    .selectAll()
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row ?? null
}

export async function findOrderIdOfSession(s: Source, sessionId: string): Promise<string | null> {
  const row = await db(s)
    .selectFrom('payments')
    .select('order_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row?.order_id ?? null
}

/** Keeps the one page on which it may be paid; false: there is one already, or it is too late for one. */
export async function keepSession(
  w: Write,
  orderId: string,
  session: { id: string; url: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db(w)
    .updateTable('payments')
    .set({ state: 'open', session_id: session.id, session_url: session.url })
    .where('order_id', '=', orderId)
    .where('state', '=', 'opening')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Stripe repeats an error of its own for the same idempotency key: the next attempt takes another. */
export async function nextAttempt(s: Source, orderId: string, attempt: number): Promise<void> {
  await db(s)
    .updateTable('payments')
    .set({ attempt: attempt + 1 })
    .where('order_id', '=', orderId)
    .where('attempt', '=', attempt)
    .execute()
}

/** Writes down what was paid; false: it was written down before. */
export async function keepCapture(
  w: Write,
  orderId: string,
  capture: { amount: number; intentId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db(w)
    .updateTable('payments')
    .set({ state: 'captured', captured: capture.amount, captured_at: w.now, intent_id: capture.intentId })
    .where('order_id', '=', orderId)
    .where('state', '<>', 'captured')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** It can no longer be paid. */
export async function closePayment(w: Write, orderId: string): Promise<void> {
  await db(w)
    .updateTable('payments')
    .set({ state: 'closed' })
    .where('order_id', '=', orderId)
    .where('state', 'in', ['opening', 'open'])
    .execute()
}

/** A payment page that nobody was told of can be closed without asking Stripe. */
export async function closeUnopened(w: Write, orderId: string): Promise<void> {
  await db(w)
    .updateTable('payments')
    .set({ state: 'closed' })
    .where('order_id', '=', orderId)
    .where('state', '=', 'opening')
    .execute()
}

/** Payments of which it is not known how they end, those that were not looked at for longest first. */
export async function listUnsettled(s: Source, limit: number): Promise<string[]> {
  const rows = await db(s)
    .selectFrom('payments')
    .select('order_id')
    .where('state', 'in', ['opening', 'open'])
    .where('method', '=', 'stripe')
    .orderBy('looked_at', (o) => o.asc().nullsFirst())
    .limit(limit)
    .execute()
  return rows.map(({ order_id }) => order_id)
}

export async function noteLook(s: Source, orderId: string, at: Date, failed: boolean): Promise<number> {
  const row = await db(s)
    .updateTable('payments')
    .set((e) => ({ looked_at: at, failures: failed ? e('failures', '+', 1) : 0 }))
    .where('order_id', '=', orderId)
    .returning('failures')
    .executeTakeFirst()
  return row?.failures ?? 0
}

/** Takes an amount of what was captured for a refund; false: so much is not left. */
export async function takeForRefund(w: Write, orderId: string, amount: number): Promise<boolean> {
  const { numUpdatedRows } = await db(w)
    .updateTable('payments')
    .set((e) => ({ refunded: e('refunded', '+', amount) }))
    .where('order_id', '=', orderId)
    .where('state', '=', 'captured')
    .where((e) => e(e('refunded', '+', amount), '<=', e.ref('captured')))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function giveBackToRefund(w: Write, orderId: string, amount: number): Promise<void> {
  await db(w)
    .updateTable('payments')
    .set((e) => ({ refunded: e('refunded', '-', amount) }))
    .where('order_id', '=', orderId)
    .execute()
}
