import type { ColumnType, Generated } from 'kysely'
import type { Address, Delivery, ExceptionJson, OrderState, PayBy, RefundJson } from './wire-orders.ts'

type CartsTable = { id: string; revision: Generated<number>; updated_at: Generated<Date> }

type CartLinesTable = {
  cart_id: string
  variant_id: string
  quantity: number
  seen_price: number
  added_at: Generated<Date>
}

export type OrdersTable = {
  id: Generated<string>
  number: Generated<number>
  cart_id: string
  cart_revision: number
  state: OrderState
  name: string
  email: string
  phone: string
  note: string
  delivery: Delivery
  pay_by: PayBy
  address: ColumnType<Address | null, string | null, string | null>
  shipping_name: string
  currency: string
  goods: number
  shipping: number
  tax: number
  tax_included: boolean
  tax_name: string
  tax_basis_points: number
  total: number
  pieces: number
  pay_until: Date | null
  hold_until: Date | null
  placed_at: Date | null
  packed_at: Date | null
  carrier: Generated<string>
  tracking: Generated<string>
  tracking_url: Generated<string>
  revision: Generated<number>
  created_at: Generated<Date>
}

export type OrderLinesTable = {
  order_id: string
  variant_id: string
  product_id: string
  title: string
  variant: string
  sku: string
  quantity: number
  price: number
  returned: Generated<number>
}

export type PaymentsTable = {
  order_id: string
  method: PayBy
  state: 'opening' | 'open' | 'captured' | 'closed'
  amount: number
  currency: string
  session_id: string | null
  session_url: string | null
  intent_id: string | null
  attempt: Generated<number>
  captured: Generated<number>
  captured_at: Date | null
  refunded: Generated<number>
  looked_at: Date | null
  failures: Generated<number>
  created_at: Generated<Date>
}

export type RefundsTable = {
  id: Generated<string>
  order_id: string
  amount: number
  reason: string
  state: RefundJson['state']
  by: string | null
  attempt: Generated<number>
  stripe_id: string | null
  problem: string | null
  created_at: Generated<Date>
  done_at: Date | null
}

type OrderEventsTable = {
  id: Generated<number>
  order_id: string
  at: Date
  kind: string
  says: string
  by: string | null
}

export type ExceptionsTable = {
  id: Generated<string>
  order_id: string
  kind: ExceptionJson['kind']
  says: string
  at: Date
  resolved_at: Date | null
  resolved_by: string | null
}

export type OrderTables = {
  carts: CartsTable
  cart_lines: CartLinesTable
  orders: OrdersTable
  order_lines: OrderLinesTable
  payments: PaymentsTable
  refunds: RefundsTable
  order_events: OrderEventsTable
  order_exceptions: ExceptionsTable
}
