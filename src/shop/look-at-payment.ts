import type { Stripe } from 'stripe'
import type { Platform } from '../platform/platform.ts'
import { dropException, raiseException } from './exception-store.ts'
import { letGoOrder } from './let-go-order.ts'
import { isHolding, type Order } from './order.ts'
import { findOrder, lockWithCart } from './order-store.ts'
import { closePayment, closeUnopened, findPayment, noteLook } from './payment-store.ts'
import { type SessionState, stateOfSession } from './payment-session.ts'
import { releaseIfHolding } from './release-overdue.ts'
import { settlePayment } from './settle-payment.ts'
import { isRefusedByStripe, stripeOf } from './stripe-client.ts'

/** So many looks in vain, a minute apart or more, and somebody should know. */
const TELL_AFTER = 10

/**
 * Asks Stripe what became of an order's payment and brings the order to the same end. Whatever says that there may be news (an event,
 * the return of a buyer, the clock) leads here; asked for nothing, it changes nothing.
 */
export async function lookAtPayment(p: Platform, orderId: string): Promise<void> {
  const order = await findOrder(p, orderId)
  const payment = await findPayment(p, orderId)
  if (!order || payment?.method !== 'stripe' || payment.state === 'captured' || payment.state === 'closed')
    return
  const isOver = !isHolding(order.state) || (order.payUntil !== null && order.payUntil <= p.clock.now())
  if (payment.session_id === null) {
    if (isOver) await end(p, orderId)
    return
  }
  try {
    await conclude(p, order, await askStripe(p, payment.session_id, isOver))
    await noteLook(p, orderId, p.clock.now(), false)
  } catch (error) {
    await inVain(p, order, error)
  }
}

async function askStripe(p: Platform, sessionId: string, close: boolean): Promise<SessionState> {
  const stripe = stripeOf(p)
  if (!stripe) throw new Error('STRIPE_SECRET_KEY is not set, and there are payments to ask Stripe about.')
  const state = stateOfSession(await stripe.checkout.sessions.retrieve(sessionId))
  return state.kind === 'open' && close ? closeSession(stripe, sessionId) : state
}

/** The buyer may be faster: then Stripe refuses to close it, and says what was paid. */
async function closeSession(stripe: Stripe, sessionId: string): Promise<SessionState> {
  try {
    return stateOfSession(await stripe.checkout.sessions.expire(sessionId))
  } catch (error) {
    if (!isRefusedByStripe(error)) throw error
    return stateOfSession(await stripe.checkout.sessions.retrieve(sessionId))
  }
}

async function conclude(p: Platform, order: Order, state: SessionState): Promise<void> {
  if (state.kind === 'paid') await settlePayment(p, order.id, state)
  if (state.kind === 'closed') await end(p, order.id, true)
  if (order.state !== 'expired' && order.state !== 'cancelled') return
  if (state.kind === 'paid' || state.kind === 'closed')
    await p.write((w) => dropException(w, order.id, 'payment-unclear'))
}

/** Nobody has paid it, and nobody can. */
async function end(p: Platform, orderId: string, stripeSaysSo = false): Promise<void> {
  await p.write(async (w) => {
    const order = await lockWithCart(w, orderId)
    if (!order) return
    if (isHolding(order.state))
      await letGoOrder(w, order, 'expired', { says: 'It was not paid in time.', by: null })
    if (stripeSaysSo) await closePayment(w, orderId)
    else await closeUnopened(w, orderId)
  })
}

/** Stripe does not answer: what is held too long is let go, its payment is asked about again, and after a while somebody is told. */
async function inVain(p: Platform, order: Order, error: unknown): Promise<never> {
  const failures = await noteLook(p, order.id, p.clock.now(), true)
  if (order.holdUntil !== null && order.holdUntil <= p.clock.now()) await releaseIfHolding(p, order.id)
  if (failures >= TELL_AFTER)
    await p.write((w) =>
      raiseException(
        w,
        order.id,
        'payment-unclear',
        `Stripe could not be asked about the payment of order ${order.number}. It is asked again each minute: look there whether it was paid.`,
      ),
    )
  throw error
}
