import type { Stripe } from 'stripe'
import type { Order } from './order.ts'

/** Stripe closes a payment page no sooner than this after it was made; ours are closed by asking it to, when the hold is over. */
const LEAST_SECONDS = 31 * 60

/** A payment page for exactly this order: the same words for the same order, so that Stripe knows a repeat as such. */
export function sessionFor(
  order: Order,
  paySeconds: number,
  siteUrl: string,
  path: string,
): Stripe.Checkout.SessionCreateParams {
  const { totals } = order
  const currency = totals.currency.toLowerCase()
  const item = (
    name: string,
    amount: number,
    quantity = 1,
  ): Stripe.Checkout.SessionCreateParams.LineItem => ({
    quantity,
    price_data: { currency, unit_amount: amount, product_data: { name } },
  })
  return {
    mode: 'payment',
    // Nothing that is paid days later: a hold does not last so long.
    allowed_payment_method_types: ['card'],
    // What was agreed on is what is captured.
    adaptive_pricing: { enabled: false },
    client_reference_id: order.id,
    customer_email: order.email,
    metadata: { order: order.id },
    payment_intent_data: { description: `Order ${order.number}`, metadata: { order: order.id } },
    expires_at: Math.floor(order.createdAt.getTime() / 1000) + paySeconds + LEAST_SECONDS,
    success_url: `${siteUrl}${path}&paid=1`,
    cancel_url: `${siteUrl}${path}`,
    line_items: [
      ...order.lines.map(({ title, variant, price, quantity }) =>
        item([title, variant].filter(Boolean).join(', '), price, quantity),
      ),
      ...(totals.shipping > 0 ? [item(order.shippingName, totals.shipping)] : []),
      ...(totals.tax > 0 && !totals.taxIncluded ? [item(totals.taxName, totals.tax)] : []),
    ],
  }
}

/** What Stripe says of a payment page. */
export type SessionState =
  | { kind: 'open' }
  | { kind: 'closed' }
  /** Finished, and yet the money is on its way: what Stripe's slower methods do. */
  | { kind: 'pending' }
  | { kind: 'paid'; amount: number; currency: string; intentId: string | null }

export function stateOfSession(session: Stripe.Checkout.Session): SessionState {
  if (session.status === 'expired') return { kind: 'closed' }
  if (session.status !== 'complete') return { kind: 'open' }
  if (session.payment_status !== 'paid') return { kind: 'pending' }
  const intent = session.payment_intent
  return {
    kind: 'paid',
    amount: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    intentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
  }
}
