import type { Write } from '../platform/log/write.ts'
import { turnCartFrom } from './cart-store.ts'
import { isHolding, type Order } from './order.ts'
import { moveOrder, touchDrops } from './order-store.ts'
import { closeUnopened } from './payment-store.ts'
import { releaseStock } from './stock-store.ts'

/** Gives back what an order holds. Whoever calls has locked it with its cart; stock is locked last and shortest. */
export async function letGoOrder(
  w: Write,
  order: Order,
  state: 'expired' | 'cancelled',
  event: { says: string; by: string | null },
): Promise<void> {
  if (!isHolding(order.state)) throw new Error(`The order ${order.id} holds nothing.`)
  await moveOrder(w, order, { state }, { kind: state, ...event })
  await closeUnopened(w, order.id)
  await turnCartFrom(w, order.cartId, order.cartRevision)
  await touchDrops(w, order.lines)
  await releaseStock(w, order.lines)
}
