import { sql } from 'kysely'
import type { Source } from '../platform/db/database.ts'
import type { OrderTables } from './tables-orders.ts'
import type { Delivery, OrderCounts, OrderFilter, OrderState, PayBy } from './wire-orders.ts'

const db = (s: Source) => s.q.withTables<OrderTables>()

export interface OrderRow {
  id: string
  number: number
  state: OrderState
  packed_at: Date | null
  name: string
  email: string
  delivery: Delivery
  pay_by: PayBy
  pieces: number
  total: number
  refunded: number
  currency: string
  created_at: Date
  exceptions: number
  revision: number
}

const OPEN: OrderState[] = ['to-pay', 'paid']
const UNPAID: OrderState[] = ['held', 'paying']
const CLOSED: OrderState[] = ['fulfilled', 'refunded', 'expired', 'cancelled']
const STATES: Partial<Record<OrderFilter, OrderState[]>> = { open: OPEN, unpaid: UNPAID, closed: CLOSED }

/** Newest first, older than `before`. */
export function listOrderRows(
  s: Source,
  {
    filter,
    text,
    before,
    limit,
  }: { filter: OrderFilter; text: string; before: string | null; limit: number },
): Promise<OrderRow[]> {
  const states = STATES[filter]
  let query = rows(s).orderBy('orders.id', 'desc').limit(limit)
  if (before !== null) query = query.where('orders.id', '<', before)
  if (states) query = query.where('orders.state', 'in', states)
  if (filter === 'exceptions')
    query = query.where('orders.id', 'in', (e) =>
      e.selectFrom('order_exceptions').select('order_id').where('resolved_at', 'is', null),
    )
  return matching(query, text).execute()
}

export const findOrderRow = (s: Source, id: string): Promise<OrderRow | undefined> =>
  rows(s).where('orders.id', '=', id).executeTakeFirst()

const rows = (s: Source) =>
  db(s)
    .selectFrom('orders')
    .innerJoin('payments', 'payments.order_id', 'orders.id')
    .select([
      'orders.id',
      'number',
      'orders.state',
      'packed_at',
      'name',
      'email',
      'delivery',
      'pay_by',
      'pieces',
    ])
    .select(['total', 'refunded', 'orders.currency', 'orders.created_at', 'revision'])
    .select((e) =>
      e
        .selectFrom('order_exceptions')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('order_id', '=', 'orders.id')
        .where('resolved_at', 'is', null)
        .$castTo<{ n: number }>()
        .as('exceptions'),
    )
    .$castTo<OrderRow>()

type Rows = ReturnType<typeof rows>

/** A number, or the beginning of a name or an address, however it is written. */
function matching(query: Rows, text: string): Rows {
  if (text === '') return query
  const number = /^#?(\d{1,9})$/.exec(text)?.[1]
  if (number !== undefined) return query.where('number', '=', Number(number))
  const beginning = `${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return query.where((e) =>
    e.or([sql<boolean>`lower(name) like ${beginning}`, sql<boolean>`lower(email) like ${beginning}`]),
  )
}

export async function countOrders(s: Source): Promise<OrderCounts> {
  const { rows: counts } = await sql<Omit<OrderCounts, 'openSince'> & { openSince: Date | null }>`
    select (select count(*) from orders where state = any(${OPEN})) as open,
      (select min(created_at) from orders where state = any(${OPEN})) as "openSince",
      (select count(*) from orders where state = any(${UNPAID})) as unpaid,
      (select count(*) from order_exceptions where resolved_at is null) as exceptions`.execute(s.q)
  const [count] = counts
  if (!count) return { open: 0, openSince: null, unpaid: 0, exceptions: 0 }
  return { ...count, openSince: count.openSince?.toISOString() ?? null }
}
