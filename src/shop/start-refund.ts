import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import type { Order } from './order.ts'
import { moveOrder } from './order-store.ts'
import { findPayment, takeForRefund } from './payment-store.ts'
import { insertRefund } from './refund-store.ts'
import { Refusal } from '../platform/http/problem.ts'

/**
 * Takes an amount of what was captured, never more than is left, and has it paid back: by Stripe after the commit, or, where it was
 * paid at pickup, by the hand that does it now.
 */
export async function startRefund(
  p: Platform,
  w: Write,
  order: Order,
  { amount, reason, by }: { amount: number; reason: string; by: string | null },
): Promise<string> {
  if (!(await takeForRefund(w, order.id, amount)))
    throw new Refusal('unprocessable', 'So much is not left to refund. Look at what was refunded before.')
  const done = (await findPayment(w, order.id))?.method === 'pickup'
  const id = await insertRefund(w, { orderId: order.id, amount, reason, by, done })
  await moveOrder(w, order, {}, { kind: done ? 'refunded' : 'refund-wanted', says: reason, by })
  if (!done) await p.jobs.enqueue(w, 'orders.refund', { id }, { key: id })
  return id
}
