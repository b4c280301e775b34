import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { emptyCart, lockCart } from './cart-store.ts'
import { raiseException } from './exception-store.ts'
import { letGoOrder } from './let-go-order.ts'
import { isHolding, type Order } from './order.ts'
import { sendOrderMail } from './order-mail.ts'
import { lockWithCart, moveOrder, touchDrops } from './order-store.ts'
import { findPayment, keepCapture, type Payment } from './payment-store.ts'
import { releaseOverdue } from './release-overdue.ts'
import { isShort } from './short.ts'
import { startRefund } from './start-refund.ts'
import { sellFree, sellHeld } from './stock-store.ts'

export interface Capture {
  amount: number
  currency: string
  intentId: string | null
}

/**
 * A payment has been captured: exactly one order or exactly one refund comes of it, however often and by whomever this is said.
 * An order whose hold was over gets its stock again if it is still there.
 */
export async function settlePayment(p: Platform, orderId: string, capture: Capture): Promise<void> {
  const attempt = (again: boolean): Promise<void> => p.write((w) => settle(p, w, orderId, capture, again))
  try {
    await attempt(true)
  } catch (error) {
    if (!isShort(error)) throw error
    await releaseOverdue(p, null)
    await attempt(true).catch((still: unknown) => {
      if (!isShort(still)) throw still
      return attempt(false)
    })
  }
}

async function settle(
  p: Platform,
  w: Write,
  orderId: string,
  capture: Capture,
  mayReacquire: boolean,
): Promise<void> {
  const order = await lockWithCart(w, orderId)
  const payment = await findPayment(w, orderId)
  if (!order || !payment || !(await keepCapture(w, orderId, capture))) return
  if (!matches(payment, capture)) return refuseAmount(p, w, order, payment, capture)
  if (isHolding(order.state)) return take(p, w, order)
  if (order.state === 'expired' && mayReacquire) {
    await take(p, w, order)
    return
  }
  await giveBack(p, w, order, capture)
}

const matches = ({ amount, currency }: Payment, capture: Capture): boolean =>
  amount === capture.amount && currency === capture.currency

/** Its order is paid; what it held is sold, or, when it came late, what is free. */
async function take(p: Platform, w: Write, order: Order): Promise<void> {
  const late = !isHolding(order.state)
  const says = late ? 'Paid after its time; its stock was still there.' : ''
  await moveOrder(w, order, { state: 'paid', placedAt: w.now }, { kind: 'paid', says, by: null })
  await sendOrderMail(p, w, 'confirmed', { ...order, state: 'paid' })
  const cart = await lockCart(w, order.cartId)
  if (cart.revision === order.cartRevision) await emptyCart(w, order.cartId)
  await touchDrops(w, order.lines)
  const note = { reason: `Order ${order.number}`, by: null, orderId: order.id }
  if (late) sellFree(w, order.lines, note)
  else await sellHeld(w, order.lines, note)
}

/** Paid after it was cancelled, or too late for what was in it. */
async function giveBack(p: Platform, w: Write, order: Order, { amount }: Capture): Promise<void> {
  const isLate = order.state === 'expired'
  const says = isLate
    ? `Order ${order.number} was paid after its time, when it was sold out. The buyer is refunded and told.`
    : `Order ${order.number} was paid after it was cancelled. The buyer is refunded and told.`
  if (amount > 0) await startRefund(p, w, order, { amount, reason: says, by: null })
  if (isLate) await raiseException(w, order.id, 'sold-out-after-payment', says)
  await sendOrderMail(p, w, isLate ? 'too-late' : 'cancelled', order)
}

async function refuseAmount(
  p: Platform,
  w: Write,
  order: Order,
  payment: Payment,
  capture: Capture,
): Promise<void> {
  const says = `Stripe captured ${capture.amount} ${capture.currency} for order ${order.number} of ${payment.amount} ${payment.currency}, in minor units. It is refunded whole: ask the buyer to order again.`
  if (isHolding(order.state)) await letGoOrder(w, order, 'cancelled', { says, by: null })
  await raiseException(w, order.id, 'wrong-amount', says)
  if (capture.amount > 0) await startRefund(p, w, order, { amount: capture.amount, reason: says, by: null })
}
