import { findPictures } from '../footage/public.ts'
import { brandClock } from '../platform/brand-clock.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { RegionPattern, RegionRenderer } from '../platform/live/regions.ts'
import type { Platform } from '../platform/platform.ts'
import { brandMoney } from './brand-money.ts'
import { cartHtml } from './cart-html.ts'
import { readCart } from './cart-store.ts'
import { cartTopic, isHolding } from './order.ts'
import { openSigned, orderPath } from './order-keys.ts'
import { findOrder } from './order-store.ts'
import { orderHtml } from './order-html.ts'
import { findPayment } from './payment-store.ts'
import { type CartView, cartViewOf } from './cart-view.ts'

/** Live parts of personal pages: their keys carry a signature, so that an id alone shows nobody anything. */
export const orderRegions = (p: Platform): Record<RegionPattern, RegionRenderer> => ({
  'cart:*/lines': async (reading, key) => {
    const id = await openSigned(p, 'cart-view', key)
    return id === null ? null : cartLines(p, reading, id)
  },
  'order:*/state': async (reading, key) => {
    const id = await openSigned(p, 'order', key)
    return id === null ? null : orderState(p, reading, id)
  },
})

/** The cart as a rendering sees it. */
export async function readCartLive(reading: Reading, id: string): Promise<CartView> {
  reading.topic(cartTopic(id), 'shop', 'collections')
  const view = cartViewOf(await readCart(reading, id), reading.now)
  reading.topic(...view.lines.flatMap(({ productId }) => (productId ? [`product:${productId}`] : [])))
  for (const instant of view.instants) reading.until(instant)
  return view
}

async function cartLines(p: Platform, reading: Reading, id: string): Promise<Html> {
  const view = await readCartLive(reading, id)
  const pictures = await findPictures(
    reading,
    view.lines.map(({ pictures: [first] }) => first),
  )
  return html`${await unfinished(p, view)}${cartHtml(view, await brandMoney(reading), pictures)}`
}

/** Somebody who came back from the payment page without paying finds the way there again. */
async function unfinished(p: Platform, { openOrderId }: CartView): Promise<Html> {
  if (openOrderId === null) return nothing
  return html`<div class="notice" role="status"><p>You have begun to pay for this. <a href="${await orderPath(p, openOrderId)}">Go on where you were</a>, or change the cart and order it anew.</p></div>`
}

async function orderState(p: Platform, reading: Reading, id: string): Promise<Html | null> {
  reading.topic(`order:${id}`)
  const order = await findOrder(reading, id)
  const payment = await findPayment(reading, id)
  if (!order || !payment) return null
  if (isHolding(order.state)) reading.until(order.payUntil)
  return orderHtml({
    order,
    money: { ...(await brandMoney(reading)), currency: order.totals.currency },
    clock: await brandClock(reading),
    refunded: payment.refunded,
    refunding: payment.refunded > 0,
    path: await orderPath(p, id),
  })
}
