import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { letGoOrder } from './let-go-order.ts'
import { actionsOf, isHolding, labelOf, type Order, subjectOf } from './order.ts'
import { sendOrderMail } from './order-mail.ts'
import { lockWithCart, moveOrder, noteReturned, touchDrops } from './order-store.ts'
import { findPayment, keepCapture } from './payment-store.ts'
import { startRefund } from './start-refund.ts'
import { returnStock } from './stock-store.ts'
import type { OrderActionRead } from './wire-orders.ts'

/** Packs, sends, hands out, takes the money at the counter, or cancels. */
export async function actOnOrder(
  p: Platform,
  person: Person,
  orderId: string,
  revision: number,
  action: OrderActionRead,
): Promise<void> {
  requireRight(person, 'order.manage')
  await p.write(async (w) => {
    const order = await lockWithCart(w, orderId)
    if (!order) throw new Refusal('not-found', 'There is no such order.')
    if (order.revision !== revision)
      throw new Refusal('stale', 'This order has moved on meanwhile. Look at it again, then decide.', {
        current: { revision: order.revision, state: order.state },
      })
    if (!actionsOf(order, 0).includes(action.action))
      throw new Refusal('conflict', `This cannot be done with an order that is "${labelOf(order)}".`)
    await audit(w, person, `order.${action.action}`, subjectOf(order))
    await act(p, w, person, order, action)
  })
}

async function act(
  p: Platform,
  w: Write,
  person: Person,
  order: Order,
  action: OrderActionRead,
): Promise<void> {
  const by = person.id
  switch (action.action) {
    case 'pack':
      return moveOrder(w, order, { packedAt: w.now }, { kind: 'packed', by })
    case 'send': {
      const { carrier, tracking, trackingUrl } = action
      const move = { state: 'fulfilled', carrier, tracking, trackingUrl } as const
      await moveOrder(w, order, move, { kind: 'sent', says: [carrier, tracking].join(' ').trim(), by })
      return sendOrderMail(p, w, 'sent', { ...order, ...move })
    }
    case 'mark-paid':
      return takeMoney(w, order, by)
    case 'hand-out':
      return handOut(p, w, order, action.paid, by)
    case 'cancel':
      return cancel(p, w, order, action.reason, by)
  }
}

async function takeMoney(w: Write, order: Order, by: string | null): Promise<void> {
  await keepCapture(w, order.id, { amount: order.totals.total, intentId: null })
  await moveOrder(w, order, { state: 'paid' }, { kind: 'paid', says: 'At pickup.', by })
}

async function handOut(p: Platform, w: Write, order: Order, paid: boolean, by: string | null): Promise<void> {
  if (order.state === 'to-pay') {
    if (!paid)
      throw new Refusal(
        'unprocessable',
        'It is not paid yet. Say that it is paid now, or take the money first.',
      )
    await takeMoney(w, order, by)
  }
  await moveOrder(w, order, { state: 'fulfilled' }, { kind: 'handed-out', by })
  await sendOrderMail(p, w, 'handed-out', order)
}

/** What was paid is refunded whole; what is held or sold and not handed out goes on sale again. */
async function cancel(p: Platform, w: Write, order: Order, reason: string, by: string | null): Promise<void> {
  if (isHolding(order.state)) return letGoOrder(w, order, 'cancelled', { says: reason, by })
  await moveOrder(w, order, { state: 'cancelled' }, { kind: 'cancelled', says: reason, by })
  const payment = await findPayment(w, order.id)
  const left = (payment?.captured ?? 0) - (payment?.refunded ?? 0)
  if (left > 0) await startRefund(p, w, order, { amount: left, reason, by })
  await sendOrderMail(p, w, 'cancelled', order, { words: reason })
  const back = order.lines.flatMap(({ variantId, quantity, returned }) =>
    quantity > returned ? [{ variantId, quantity: quantity - returned }] : [],
  )
  for (const { variantId, quantity } of back) await noteReturned(w, order.id, variantId, quantity)
  await touchDrops(w, order.lines)
  await returnStock(w, back, { reason: `Order ${order.number} was cancelled`, by, orderId: order.id })
}
