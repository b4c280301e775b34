import type { Stripe } from 'stripe'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { findOrderIdOfSession } from './payment-store.ts'
import { isStripeTrouble, stripeOf } from './stripe-client.ts'

/** How old a signature may be, in seconds: an event that was overheard cannot be sent again later. */
const TOLERANCE_SECONDS = 300

/**
 * An event of Stripe says only that there is something to look at; what it claims is asked again. It is verified on its raw bytes
 * before anything of it is read, and answered when what follows from it is committed: else Stripe sends it again.
 */
export async function hearStripe(p: Platform, bytes: Uint8Array, signature: string | null): Promise<void> {
  const event = verify(p, bytes, signature)
  if (!event.type.startsWith('checkout.session.')) return
  const { id } = event.data.object as Stripe.Checkout.Session
  const orderId = typeof id === 'string' ? await findOrderIdOfSession(p, id) : null
  if (orderId === null) return
  try {
    await lookAtPayment(p, orderId)
  } catch (error) {
    if (!isStripeTrouble(error)) throw error
    p.log.warn({ error, order: orderId }, 'stripe')
    throw new Refusal('unavailable', 'Stripe cannot be asked about this just now. Send the event again.')
  }
}

function verify(p: Platform, bytes: Uint8Array, signature: string | null): Stripe.Event {
  const stripe = stripeOf(p)
  const secret = p.config.STRIPE_WEBHOOK_SECRET
  if (!stripe || secret === undefined)
    throw new Refusal(
      'not-found',
      'Events of Stripe are not taken here: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.',
    )
  try {
    return stripe.webhooks.constructEvent(Buffer.from(bytes), signature ?? '', secret, TOLERANCE_SECONDS)
  } catch {
    throw new Refusal('invalid', 'The signature of this event is missing, wrong or too old.')
  }
}
