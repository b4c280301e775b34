import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { concludeRefund } from './carry-out-refund.ts'
import { type Order, subjectOf } from './order.ts'
import { lockOrder, noteReturned } from './order-store.ts'
import { findPayment } from './payment-store.ts'
import { startRefund } from './start-refund.ts'
import { inLockOrder } from './stock.ts'
import { returnStock } from './stock-store.ts'
import type { NewRefundRead } from './wire-orders.ts'

/** Gives back an amount, or all that is left, and puts on sale again what has come back. */
export async function refundOrder(
  p: Platform,
  person: Person,
  orderId: string,
  wish: NewRefundRead,
): Promise<void> {
  requireRight(person, 'order.manage')
  await p.write(async (w) => {
    const order = await lockOrder(w, orderId)
    const payment = await findPayment(w, orderId)
    if (!order) throw new Refusal('not-found', 'There is no such order.')
    if (payment?.state !== 'captured')
      throw new Refusal('unprocessable', 'Nothing was paid yet. Cancel it instead.')
    const amount = wish.amount ?? payment.captured - payment.refunded
    if (amount <= 0) throw new Refusal('unprocessable', 'Everything was refunded already.')
    await startRefund(p, w, order, { amount, reason: wish.reason, by: person.id })
    if (payment.method === 'pickup') await concludeRefund(p, w, order, amount)
    await audit(w, person, 'order.refund', subjectOf(order), { amount, currency: order.totals.currency })
    await restock(w, person, order, wish)
  })
}

async function restock(
  w: Write,
  person: Person,
  order: Order,
  { restock: lines, reason }: NewRefundRead,
): Promise<void> {
  const back = inLockOrder(lines)
  for (const { variantId, quantity } of back)
    if (!(await noteReturned(w, order.id, variantId, quantity)))
      throw new Refusal('unprocessable', 'More is put back than was ordered. Look at the quantities.')
  if (back.length > 0)
    await returnStock(w, back, {
      reason: reason || `Order ${order.number}`,
      by: person.id,
      orderId: order.id,
    })
}
