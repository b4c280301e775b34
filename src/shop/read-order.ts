import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { listOpenExceptions } from './exception-store.ts'
import { actionsOf, labelOf, type Order } from './order.ts'
import { orderPath } from './order-keys.ts'
import { findOrderRow, listOrderRows, type OrderRow } from './order-list-store.ts'
import { findOrder, listEvents } from './order-store.ts'
import { findPayment, type Payment } from './payment-store.ts'
import { listRefunds, type Refund } from './refund-store.ts'
import type { OrderDetail, OrderFilter, OrderJson, OrderList, RefundJson } from './wire-orders.ts'

const EXCEPTIONS = 20

const toJson = (row: OrderRow): OrderJson => ({
  id: row.id,
  number: row.number,
  state: row.state,
  label: labelOf({ ...row, packedAt: row.packed_at }),
  packed: row.packed_at !== null,
  name: row.name,
  email: row.email,
  delivery: row.delivery,
  payBy: row.pay_by,
  pieces: row.pieces,
  total: row.total,
  refunded: row.refunded,
  currency: row.currency,
  at: row.created_at.toISOString(),
  exceptions: row.exceptions,
  revision: row.revision,
})

const toRefundJson = (refund: Refund): RefundJson => ({
  id: refund.id,
  amount: refund.amount,
  reason: refund.reason,
  state: refund.state,
  at: refund.created_at.toISOString(),
  doneAt: refund.done_at?.toISOString() ?? null,
  by: refund.by,
  problem: refund.problem,
})

/** Orders as the studio lists them, newest first; the cursor is the last id. */
export async function listOrders(
  p: Platform,
  query: { filter: OrderFilter; q: string; after?: string | undefined; limit: number },
): Promise<OrderList> {
  const { filter, q: text, after: before = null, limit } = query
  const rows = await listOrderRows(p, { filter, text, before, limit: limit + 1 })
  const items = rows.slice(0, limit).map(toJson)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Everything that the studio knows of an order. */
export async function readOrder(p: Platform, id: string): Promise<OrderDetail> {
  const [order, row, payment] = [await findOrder(p, id), await findOrderRow(p, id), await findPayment(p, id)]
  if (!order || !row || !payment) throw new Refusal('not-found', 'There is no such order.')
  const refunds = await listRefunds(p, id)
  const events = await listEvents(p, id)
  return {
    ...toJson(row),
    ...detailOf(order, payment),
    refunds: refunds.map(toRefundJson),
    events: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    openExceptions: await listOpenExceptions(p, id, EXCEPTIONS),
    path: await orderPath(p, id),
  }
}

function detailOf(order: Order, { captured, refunded, intent_id }: Payment) {
  const { phone, note, address, shippingName, totals, carrier, tracking, trackingUrl, payUntil } = order
  return {
    phone,
    note,
    address,
    shippingName,
    totals,
    carrier,
    tracking,
    trackingUrl,
    captured,
    lines: order.lines.map(({ variantId, productId, title, variant, sku, quantity, price }) => ({
      variantId,
      productId,
      title,
      variant,
      sku,
      quantity,
      price,
    })),
    payUntil: payUntil?.toISOString() ?? null,
    paymentIntent: intent_id,
    refundable: captured - refunded,
    actions: actionsOf(order, captured - refunded),
  }
}
