import type { Stripe } from 'stripe'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { brandMoney, sumText } from './brand-money.ts'
import { dropException, raiseException } from './exception-store.ts'
import type { Order } from './order.ts'
import { sendOrderMail } from './order-mail.ts'
import { lockOrder, moveOrder } from './order-store.ts'
import { findPayment, giveBackToRefund } from './payment-store.ts'
import { endRefund, findRefund, listRefunds, nextRefundAttempt, type Refund } from './refund-store.ts'
import { isRefusedByStripe, isStripesOwn, stripeOf } from './stripe-client.ts'

const PAGE = 100

/** Has Stripe pay back what was decided; asked again, it finds what it has done before. */
export async function carryOutRefund(p: Platform, refundId: string): Promise<void> {
  const refund = await findRefund(p, refundId)
  if (refund?.state !== 'wanted') return
  const stripe = stripeOf(p)
  const intent = (await findPayment(p, refund.order_id))?.intent_id
  if (!stripe || !intent) throw new Error('STRIPE_SECRET_KEY is not set, and there are refunds to carry out.')
  const known = await findAtStripe(stripe, intent, refund.id)
  const made = known ?? (await createAtStripe(p, stripe, intent, refund))
  if (made === null) return
  if (made.status === 'failed' || made.status === 'canceled')
    return failed(p, refund, made.failure_reason ?? 'the bank of the buyer does not take it')
  await p.write((w) => done(p, w, refund, made.id))
}

/** An attempt whose answer was lost stands there under our own id. */
async function findAtStripe(stripe: Stripe, intent: string, id: string): Promise<Stripe.Refund | null> {
  const { data } = await stripe.refunds.list({ payment_intent: intent, limit: PAGE })
  return data.find(({ metadata }) => metadata?.['refund'] === id) ?? null
}

async function createAtStripe(
  p: Platform,
  stripe: Stripe,
  intent: string,
  refund: Refund,
): Promise<Stripe.Refund | null> {
  const { id, amount, order_id, attempt } = refund
  try {
    return await stripe.refunds.create(
      { payment_intent: intent, amount, metadata: { refund: id, order: order_id } },
      { idempotencyKey: `refund-${id}-${attempt}` },
    )
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    if (isRefusedByStripe(error)) {
      await failed(p, refund, problem)
      return null
    }
    if (isStripesOwn(error)) await nextRefundAttempt(p, id, attempt, problem)
    throw error
  }
}

async function done(p: Platform, w: Write, refund: Refund, stripeId: string): Promise<void> {
  const order = await lockOrder(w, refund.order_id)
  if (!order || !(await endRefund(w, refund.id, { state: 'done', stripeId }))) return
  await concludeRefund(p, w, order, refund.amount)
}

/** After a refund is done: whether the order is refunded whole now, and a mail. */
export async function concludeRefund(p: Platform, w: Write, order: Order, amount: number): Promise<void> {
  const payment = await findPayment(w, order.id)
  const refunds = await listRefunds(w, order.id)
  const back = refunds.reduce((sum, each) => sum + (each.state === 'done' ? each.amount : 0), 0)
  const isWhole = back === payment?.captured && (order.state === 'paid' || order.state === 'fulfilled')
  await moveOrder(w, order, isWhole ? { state: 'refunded' } : {}, { kind: 'refunded', by: null })
  await dropException(w, order.id, 'refund-failed')
  const money = { ...(await brandMoney(w)), currency: order.totals.currency }
  await sendOrderMail(p, w, 'refunded', order, { words: sumText(money, amount) })
}

async function failed(p: Platform, refund: Refund, problem: string): Promise<void> {
  await p.write(async (w) => {
    const order = await lockOrder(w, refund.order_id)
    if (!order || !(await endRefund(w, refund.id, { state: 'failed', problem }))) return
    await giveBackToRefund(w, order.id, refund.amount)
    await moveOrder(w, order, {}, { kind: 'refund-failed', says: problem, by: null })
    await raiseException(
      w,
      order.id,
      'refund-failed',
      `Stripe refuses a refund of order ${order.number}: ${problem}. Refund it again, or pay it back otherwise.`,
    )
  })
}
