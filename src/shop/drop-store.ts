import { sql, type Source } from '../platform/db/database.ts'
import type { DropJson } from './wire-orders.ts'

export interface DropHead {
  title: string
  opensAt: Date
  closesAt: Date | null
  paused: boolean
}

export async function findDropHead(s: Source, collectionId: string): Promise<DropHead | null> {
  const { rows } = await sql<DropHead>`
    select title, opens_at as "opensAt", closes_at as "closesAt", paused from collections where id = ${collectionId}`.execute(
    s.q,
  )
  return rows[0] ?? null
}

const PLACED = sql`('to-pay', 'paid', 'fulfilled')`

/** Each variant of the collection with its stock, and what was ordered of it since the drop opened. */
export async function listDropVariants(
  s: Source,
  collectionId: string,
  since: Date,
): Promise<DropJson['variants']> {
  const { rows } = await sql<DropJson['variants'][number]>`
    select v.id as "variantId", p.id as "productId", p.title as product, array_to_string(v.choice, ', ') as variant,
      k.on_hand as "onHand", k.held,
      (select coalesce(sum(l.quantity - l.returned), 0)::int from order_lines l join orders o on o.id = l.order_id
        where l.variant_id = v.id and o.placed_at >= ${since} and o.state in ${PLACED}) as sold
    from collection_products c join products p on p.id = c.product_id
      join variants v on v.product_id = p.id and not v.retired join stock k on k.variant_id = v.id
    where c.collection_id = ${collectionId} order by c.position, v.position`.execute(s.q)
  return rows
}

export interface DropSum {
  orders: number
  pieces: number
  revenue: number
  openPayments: number
  exceptions: number
}

const ofDrop = (collectionId: string) => sql`exists (select from order_lines l
  join collection_products c on c.product_id = l.product_id and c.collection_id = ${collectionId} where l.order_id = o.id)`

export async function sumDrop(s: Source, collectionId: string, since: Date): Promise<DropSum> {
  const { rows } = await sql<DropSum>`
    select count(distinct o.id) as orders, coalesce(sum(l.quantity), 0)::bigint as pieces,
      coalesce(sum(l.quantity * l.price), 0)::bigint as revenue,
      (select count(*) from orders o where o.state in ('held', 'paying') and ${ofDrop(collectionId)}) as "openPayments",
      (select count(*) from order_exceptions e join orders o on o.id = e.order_id
        where e.resolved_at is null and ${ofDrop(collectionId)}) as exceptions
    from orders o join order_lines l on l.order_id = o.id
      join collection_products c on c.product_id = l.product_id and c.collection_id = ${collectionId}
    where o.placed_at >= ${since} and o.state in ${PLACED}`.execute(s.q)
  return rows[0] ?? { orders: 0, pieces: 0, revenue: 0, openPayments: 0, exceptions: 0 }
}

/** Orders of each of the last minutes, those without one too. */
export async function ordersPerMinute(
  s: Source,
  collectionId: string,
  now: Date,
  minutes: number,
): Promise<{ minute: Date; orders: number }[]> {
  const { rows } = await sql<{ minute: Date; orders: number }>`
    select m.minute, count(o.id) as orders
    from generate_series(date_trunc('minute', ${now}::timestamptz) - make_interval(mins => ${minutes - 1}),
      date_trunc('minute', ${now}::timestamptz), interval '1 minute') as m(minute)
    left join orders o on o.placed_at >= m.minute and o.placed_at < m.minute + interval '1 minute'
      and o.state in ${PLACED} and ${ofDrop(collectionId)}
    group by m.minute order by m.minute`.execute(s.q)
  return rows
}
