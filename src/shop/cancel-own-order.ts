import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { letGoOrder } from './let-go-order.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { isHolding } from './order.ts'
import { lockWithCart } from './order-store.ts'

/** Its buyer does not want to pay after all. Whoever has the key of an order may; Stripe is then asked to close the payment page. */
export async function cancelOwnOrder(p: Platform, orderId: string): Promise<void> {
  await p.write(async (w) => {
    const order = await lockWithCart(w, orderId)
    if (!order || !isHolding(order.state))
      throw new Refusal('conflict', 'This order is not waiting for a payment any more. Look at it again.')
    await letGoOrder(w, order, 'cancelled', { says: 'By its buyer.', by: null })
  })
  await lookAtPayment(p, orderId).catch((error: unknown) => p.log.warn({ error }, 'stripe'))
}
