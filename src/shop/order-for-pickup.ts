import type { Platform } from '../platform/platform.ts'
import { brandMoney } from './brand-money.ts'
import { readCart } from './cart-store.ts'
import { addToCart } from './change-cart.ts'
import { readCheckoutSettings } from './checkout-settings.ts'
import { type Placing, placeOrder } from './place-order.ts'
import { quoteFor } from './quote.ts'
import { cartViewOf } from './cart-view.ts'

/** Buys one piece to be paid at pickup, as a guest does with a cart and a form; for programs that stand in for buyers. */
export async function orderForPickup(
  p: Platform,
  variantId: string,
  buyer: { name: string; email: string },
): Promise<Placing> {
  const { cartId } = await addToCart(p, null, variantId, 1)
  const stored = await readCart(p, cartId)
  const cart = cartViewOf(stored, p.clock.now())
  const settings = (await readCheckoutSettings(p)).value
  const wish = { delivery: 'pickup', shippingId: null, country: '', region: '' } as const
  const { totals } = quoteFor(settings, (await brandMoney(p)).currency, cart.lines, wish)
  return placeOrder(p, cartId, {
    ...buyer,
    phone: '',
    note: '',
    address: null,
    wish,
    payBy: 'pickup',
    cartRevision: stored.revision,
    expectedTotal: totals.total,
  })
}
