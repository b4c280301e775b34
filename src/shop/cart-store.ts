import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { cartTopic } from './order.ts'
import type { OrderTables } from './tables-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export interface CartLine {
  variantId: string
  quantity: number
  seenPrice: number
}

export interface StoredCart {
  id: string
  revision: number
  lines: CartLine[]
}

/** In the order in which they were put in. */
async function linesOf(s: Source, cartId: string): Promise<CartLine[]> {
  const rows = await db(s)
    .selectFrom('cart_lines')
    .selectAll()
    .where('cart_id', '=', cartId)
    .orderBy('added_at')
    .orderBy('variant_id')
    .execute()
  return rows.map((row) => ({
    variantId: row.variant_id,
    quantity: row.quantity,
    seenPrice: row.seen_price,
  }))
}

export async function findCart(s: Source, id: string): Promise<StoredCart | null> {
  const row = await db(s)
    .selectFrom('carts')
    .select(['id', 'revision'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row, lines: await linesOf(s, id) } : null
}

/** The cart, and nobody else changes or orders it until the end of the use case. The first lock of all that take one. */
export async function lockCart(w: Write, id: string): Promise<StoredCart | null> {
  const row = await db(w)
    .selectFrom('carts')
    .select(['id', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { ...row, lines: await linesOf(w, id) } : null
}

export async function insertCart(w: Write, id: string): Promise<void> {
  await db(w)
    .insertInto('carts')
    .values({ id })
    .onConflict((clash) => clash.doNothing())
    .execute()
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

export async function setLine(
  w: Write,
  cartId: string,
  { variantId, quantity, seenPrice }: CartLine,
): Promise<void> {
  await db(w)
    .insertInto('cart_lines')
    .values({ cart_id: cartId, variant_id: variantId, quantity, seen_price: seenPrice })
    .onConflict((clash) =>
      clash.columns(['cart_id', 'variant_id']).doUpdateSet({ quantity, seen_price: seenPrice }),
    )
    .execute()
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
