import { type Selectable, sql } from 'kysely'
import { planned } from '../platform/db/database.ts'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { cartTopic, dropTopic, type Order, type OrderLine, orderTopicsOf } from './order.ts'
import type { OrderLinesTable, OrdersTable, OrderTables } from './tables-orders.ts'
import type { OrderState } from './wire-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export type NewOrder = Pick<
  Order,
  | 'cartId'
  | 'cartRevision'
  | 'state'
  | 'name'
  | 'email'
  | 'phone'
  | 'note'
  | 'delivery'
  | 'payBy'
  | 'address'
  | 'shippingName'
  | 'totals'
  | 'payUntil'
  | 'holdUntil'
> & { lines: Omit<OrderLine, 'returned'>[] }

/**
 * Order, lines, payment and first event in one round trip, and the cart emptied of what is sold at once; `null`: this revision of
 * the cart has been ordered already.
 */
export async function insertOrder(w: Write, order: NewOrder): Promise<{ id: string; number: number } | null> {
  const { totals } = order
  const isHeld = order.state === 'held'
  const { rows } = await sql<{ id: string; number: number }>`${planned}
    with made as (
      insert into orders (cart_id, cart_revision, state, name, email, phone, note, delivery, pay_by, address, shipping_name,
        currency, goods, shipping, tax, tax_included, tax_name, tax_basis_points, total, pieces, pay_until, hold_until, placed_at, created_at)
      values (${order.cartId}, ${order.cartRevision}, ${order.state}, ${order.name}, ${order.email}, ${order.phone}, ${order.note},
        ${order.delivery}, ${order.payBy}, ${order.address && JSON.stringify(order.address)}, ${order.shippingName},
        ${totals.currency}, ${totals.goods}, ${totals.shipping}, ${totals.tax}, ${totals.taxIncluded}, ${totals.taxName},
        ${totals.taxBasisPoints}, ${totals.total}, ${order.lines.reduce((sum, { quantity }) => sum + quantity, 0)},
        ${order.payUntil}, ${order.holdUntil}, ${isHeld ? null : w.now}, ${w.now})
      on conflict (cart_id, cart_revision) do nothing returning id, number),
    lines as (
      insert into order_lines (order_id, variant_id, product_id, title, variant, sku, quantity, price)
      select made.id, l."variantId", l."productId", l.title, l.variant, l.sku, l.quantity, l.price from made,
        jsonb_to_recordset(${JSON.stringify(order.lines)}::jsonb) as l("variantId" uuid, "productId" uuid, title text,
          variant text, sku text, quantity integer, price bigint)),
    payment as (
      insert into payments (order_id, method, state, amount, currency)
      select id, ${order.payBy}, 'opening', ${totals.total}::bigint, ${totals.currency} from made),
    event as (
      insert into order_events (order_id, at, kind) select id, ${w.now}::timestamptz, ${isHeld ? 'held' : 'placed'} from made),
    emptied as (delete from cart_lines where cart_id = ${order.cartId} and not ${isHeld}::boolean),
    turned as (
      update carts set revision = revision + 1, updated_at = ${w.now} where id = ${order.cartId} and not ${isHeld}::boolean)
    select id, number from made`.execute(w.q)
  const [made] = rows
  if (!made) return null
  w.touch(...orderTopicsOf(made), ...(isHeld ? [] : [cartTopic(order.cartId)]))
  return made
}

const toOrder = (row: Selectable<OrdersTable>, lines: OrderLine[]): Order => ({
  id: row.id,
  number: row.number,
  cartId: row.cart_id,
  cartRevision: row.cart_revision,
  state: row.state,
  name: row.name,
  email: row.email,
  phone: row.phone,
  note: row.note,
  delivery: row.delivery,
  payBy: row.pay_by,
  address: row.address,
  shippingName: row.shipping_name,
  totals: {
    currency: row.currency,
    goods: row.goods,
    shipping: row.shipping,
    tax: row.tax,
    taxIncluded: row.tax_included,
    taxName: row.tax_name,
    taxBasisPoints: row.tax_basis_points,
    total: row.total,
  },
  pieces: row.pieces,
  payUntil: row.pay_until,
  holdUntil: row.hold_until,
  placedAt: row.placed_at,
  packedAt: row.packed_at,
  carrier: row.carrier,
  tracking: row.tracking,
  trackingUrl: row.tracking_url,
  revision: row.revision,
  createdAt: row.created_at,
  lines,
})

const toLine = (row: Selectable<OrderLinesTable>): OrderLine => ({
  variantId: row.variant_id,
  productId: row.product_id,
  title: row.title,
  variant: row.variant,
  sku: row.sku,
  quantity: row.quantity,
  price: row.price,
  returned: row.returned,
})

async function linesOf(s: Source, orderId: string): Promise<OrderLine[]> {
  const rows = await db(s)
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('title')
    .orderBy('variant_id')
    .execute()
  return rows.map(toLine)
}

export async function findOrder(s: Source, id: string): Promise<Order | null> {
  const row = await db(s).selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toOrder(row, await linesOf(s, id)) : null
}

/** The order, and nobody else moves it until the end of the use case. Its cart is locked before, its payment and stock after. */
export async function lockOrder(w: Write, id: string): Promise<Order | null> {
  const row = await db(w).selectFrom('orders').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toOrder(row, await linesOf(w, id)) : null
}

/** The order with its cart, locked in the order in which all do it. */
export async function lockWithCart(w: Write, id: string): Promise<Order | null> {
  const row = await db(w).selectFrom('orders').select('cart_id').where('id', '=', id).executeTakeFirst()
  if (!row) return null
  await db(w).selectFrom('carts').select('id').where('id', '=', row.cart_id).forUpdate().execute()
  return lockOrder(w, id)
}

/** Orders whose hold is over by the database's clock; of these variants, or of any. */
export async function findOverdue(
  s: Source,
  variantIds: readonly string[] | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders where state in ('held', 'paying') and hold_until <= clock_timestamp()
      and (${variantIds}::uuid[] is null or exists (
        select from order_lines l where l.order_id = orders.id and l.variant_id = any(${variantIds}::uuid[])))
    order by hold_until limit ${limit}`.execute(s.q)
  return rows.map(({ id }) => id)
}

export interface OrderMove {
  state?: OrderState
  placedAt?: Date
  packedAt?: Date
  carrier?: string
  tracking?: string
  trackingUrl?: string
}

/** Moves an order that the use case has locked, and writes down what happened to it. */
export async function moveOrder(
  w: Write,
  order: Order,
  move: OrderMove,
  event: { kind: string; says?: string; by: string | null },
): Promise<void> {
  const { state, placedAt, packedAt, carrier, tracking, trackingUrl } = move
  await db(w)
    .updateTable('orders')
    .set((e) => ({
      revision: e('revision', '+', 1),
      ...(state !== undefined && { state }),
      ...(placedAt !== undefined && { placed_at: placedAt }),
      ...(packedAt !== undefined && { packed_at: packedAt }),
      ...(carrier !== undefined && { carrier }),
      ...(tracking !== undefined && { tracking }),
      ...(trackingUrl !== undefined && { tracking_url: trackingUrl }),
    }))
    .where('id', '=', order.id)
    .execute()
  await noteEvent(w, order.id, event)
}

export async function noteEvent(
  w: Write,
  orderId: string,
  { kind, says = '', by }: { kind: string; says?: string; by: string | null },
): Promise<void> {
  await db(w).insertInto('order_events').values({ order_id: orderId, at: w.now, kind, says, by }).execute()
  w.touch(...orderTopicsOf({ id: orderId }))
}

export async function listEvents(
  s: Source,
  orderId: string,
): Promise<{ at: Date; kind: string; says: string; by: string | null }[]> {
  return db(s)
    .selectFrom('order_events')
    .select(['at', 'kind', 'says', 'by'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
}

export async function noteReturned(
  w: Write,
  orderId: string,
  variantId: string,
  quantity: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db(w)
    .updateTable('order_lines')
    .set((e) => ({ returned: e('returned', '+', quantity) }))
    .where('order_id', '=', orderId)
    .where('variant_id', '=', variantId)
    .where((e) => e(e('returned', '+', quantity), '<=', e.ref('quantity')))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The boards of the drops that these products are in. */
export async function touchDrops(w: Write, lines: readonly { productId: string }[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct collection_id as id from collection_products
    where product_id = any(${lines.map(({ productId }) => productId)}::uuid[])`.execute(w.q)
  w.touch(...rows.map(({ id }) => dropTopic(id)))
}
