import { planned, sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { cartTopic } from './order.ts'
import type { Product } from './product.ts'
import { type ProductRow, toProduct } from './product-store.ts'
import type { OrderTables } from './tables-orders.ts'
import type { OrderState } from './wire-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export interface CartLine {
  variantId: string
  quantity: number
  seenPrice: number
}

export interface StoredCart {
  id: string
  /** 0: there is no such cart. */
  revision: number
  /** In the order in which they were put in. */
  lines: CartLine[]
  /** What was made of it, newest first. */
  orders: { id: string; cartRevision: number; state: OrderState }[]
  /** What its open order keeps for it, by variant. */
  held: ReadonlyMap<string, number>
  /** What its lines are of. */
  products: Product[]
}

type CartRow = Pick<StoredCart, 'revision' | 'lines' | 'orders'> & {
  held: Record<string, number>
  products: ProductRow[]
}

export async function readCart(s: Source, id: string): Promise<StoredCart> {
  const { rows } =
    await sql<CartRow>`${planned}select revision, lines, orders, held, products from read_cart(${id})`.execute(
      s.q,
    )
  return toCart(id, rows)
}

/** The cart, and nobody else changes or orders it until the end of the use case. The first lock of all that take one. */
export async function lockCart(w: Write, id: string): Promise<StoredCart> {
  const { rows } =
    await sql<CartRow>`${planned}select revision, lines, orders, held, products from lock_cart(${id})`.execute(
      w.q,
    )
  return toCart(id, rows)
}

function toCart(id: string, [row]: readonly CartRow[]): StoredCart {
  if (!row) throw new Error('The function of a cart gives one row.')
  return { id, ...row, held: new Map(Object.entries(row.held)), products: row.products.map(toProduct) }
}

/** The same, and there is one. */
export async function lockOwnCart(w: Write, id: string): Promise<StoredCart> {
  await sql`insert into carts (id) values (${id}) on conflict (id) do update set updated_at = ${w.now}`.execute(
    w.q,
  )
  return readCart(w, id)
}

/** A cart with its first line. Nobody knows of it yet: there is nothing to lock, and nobody to tell. */
export async function insertFilledCart(
  s: Source,
  id: string,
  { variantId, quantity, seenPrice }: CartLine,
): Promise<void> {
  await sql`${planned} with cart as (insert into carts (id) values (${id}) returning id)
    insert into cart_lines (cart_id, variant_id, quantity, seen_price)
    select id, ${variantId}::uuid, ${quantity}::integer, ${seenPrice}::bigint from cart`.execute(s.q)
}

/** The next revision: an order made of an earlier one is not made again. */
export async function turnCart(w: Write, id: string): Promise<void> {
  await db(w)
    .updateTable('carts')
    .set((e) => ({ revision: e('revision', '+', 1), updated_at: w.now }))
    .where('id', '=', id)
    .execute()
  w.touch(cartTopic(id))
}

/** The same for a revision whose order came to nothing: the cart may be ordered anew as it is. */
export async function turnCartFrom(w: Write, id: string, revision: number): Promise<void> {
  await db(w)
    .updateTable('carts')
    .set({ revision: revision + 1, updated_at: w.now })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .execute()
  w.touch(cartTopic(id))
}

/** Sets a line of the cart, whose reader is told of the prices that hold now: a change, so the next revision. */
export async function setLine(
  w: Write,
  cartId: string,
  { variantId, quantity, seenPrice }: CartLine,
): Promise<void> {
  await sql`
    with line as (
      insert into cart_lines (cart_id, variant_id, quantity, seen_price)
      values (${cartId}, ${variantId}, ${quantity}, ${seenPrice})
      on conflict (cart_id, variant_id) do update set quantity = excluded.quantity, seen_price = excluded.seen_price),
    others as (
      update cart_lines l set seen_price = v.price_minor from variants v
      where l.cart_id = ${cartId} and l.variant_id <> ${variantId} and v.id = l.variant_id and l.seen_price <> v.price_minor)
    update carts set revision = revision + 1, updated_at = ${w.now} where id = ${cartId}`.execute(w.q)
  w.touch(cartTopic(cartId))
}

export async function deleteLine(w: Write, cartId: string, variantId: string): Promise<void> {
  await db(w)
    .deleteFrom('cart_lines')
    .where('cart_id', '=', cartId)
    .where('variant_id', '=', variantId)
    .execute()
}

/** Its reader has seen the prices that hold now. */
export async function noteSeenPrices(w: Write, cartId: string): Promise<void> {
  await sql`update cart_lines l set seen_price = v.price_minor from variants v
    where l.cart_id = ${cartId} and v.id = l.variant_id and l.seen_price <> v.price_minor`.execute(w.q)
  w.touch(cartTopic(cartId))
}

export async function emptyCart(w: Write, cartId: string): Promise<void> {
  await db(w).deleteFrom('cart_lines').where('cart_id', '=', cartId).execute()
  await turnCart(w, cartId)
}

export async function forgetLeftCarts(s: Source, olderThanDays: number): Promise<void> {
  await sql`delete from carts where id in (
    select id from carts where updated_at < now() - make_interval(days => ${olderThanDays}) limit 1000)`.execute(
    s.q,
  )
}
