import type { Stripe } from 'stripe'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { letGoOrder } from './let-go-order.ts'
import { isHolding, type Order } from './order.ts'
import { orderPath } from './order-keys.ts'
import { findOrder, lockOrder, lockWithCart, moveOrder } from './order-store.ts'
import { findPayment, keepSession, nextAttempt, type Payment } from './payment-store.ts'
import { sessionFor } from './payment-session.ts'
import { isRefusedByStripe, isStripesOwn, stripeOf } from './stripe-client.ts'

/**
 * The address at which an order is paid; `null`: it cannot be paid (any more). Stripe is asked outside any transaction, and what it
 * makes is given out only once it stands in the order's own row: of two that ask at once one page remains.
 */
export async function openPayment(p: Platform, orderId: string): Promise<string | null> {
  const order = await findOrder(p, orderId)
  const payment = await findPayment(p, orderId)
  if (!order || !payment || !isPayable(p, order)) return null
  if (payment.state === 'open') return payment.session_url
  if (payment.state !== 'opening') return null
  const session = await createSession(p, order, payment)
  const url = session.url ?? ''
  const kept = await p.write(async (w) => {
    const now = await lockOrder(w, orderId)
    if (!now || !isHolding(now.state) || !(await keepSession(w, orderId, { id: session.id, url })))
      return false
    await moveOrder(w, now, { state: 'paying' }, { kind: 'paying', by: null })
    return true
  })
  return kept ? url : ((await findPayment(p, orderId))?.session_url ?? null)
}

const isPayable = (p: Platform, { state, payUntil }: Order): boolean =>
  isHolding(state) && payUntil !== null && payUntil > p.clock.now()

async function createSession(
  p: Platform,
  order: Order,
  { attempt }: Payment,
): Promise<Stripe.Checkout.Session> {
  const stripe = stripeOf(p)
  if (!stripe)
    throw new Refusal('unavailable', 'Cards are not taken at the moment. Choose another way to pay.')
  const paySeconds = ((order.payUntil?.getTime() ?? 0) - order.createdAt.getTime()) / 1000
  const params = sessionFor(order, Math.ceil(paySeconds), publicUrl(p), await orderPath(p, order.id))
  const idempotencyKey = attempt === 0 ? order.id : `${order.id}-${attempt}`
  try {
    return await stripe.checkout.sessions.create(params, { idempotencyKey })
  } catch (error) {
    p.log.warn({ order: order.id, problem: String(error) }, 'stripe')
    if (isStripesOwn(error)) await nextAttempt(p, order.id, attempt)
    if (isRefusedByStripe(error)) await giveUp(p, order.id)
    throw new Refusal(
      'unavailable',
      'The payment page cannot be opened just now. Nothing was charged: try again.',
      {
        retryAfter: 2,
      },
    )
  }
}

/** What Stripe does not want to be paid never will be; the cart is still there, to be ordered otherwise. */
const giveUp = (p: Platform, orderId: string): Promise<void> =>
  p.write(async (w) => {
    const order = await lockWithCart(w, orderId)
    if (order && isHolding(order.state))
      await letGoOrder(w, order, 'cancelled', { says: 'Stripe refused to open a payment page.', by: null })
  })
