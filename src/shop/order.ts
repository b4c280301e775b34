import type { Address, Delivery, OrderActionName, OrderState, PayBy, Totals } from './wire-orders.ts'

export interface OrderLine {
  variantId: string
  productId: string
  title: string
  variant: string
  sku: string
  quantity: number
  price: number
  returned: number
}

export interface Order {
  id: string
  number: number
  cartId: string
  cartRevision: number
  state: OrderState
  name: string
  email: string
  phone: string
  note: string
  delivery: Delivery
  payBy: PayBy
  address: Address | null
  shippingName: string
  totals: Totals
  pieces: number
  payUntil: Date | null
  holdUntil: Date | null
  placedAt: Date | null
  packedAt: Date | null
  carrier: string
  tracking: string
  trackingUrl: string
  revision: number
  createdAt: Date
  lines: OrderLine[]
}

export const LABELS: Record<OrderState, string> = {
  held: 'Not paid yet',
  paying: 'Waiting for the payment',
  'to-pay': 'To be paid at pickup',
  paid: 'Paid',
  fulfilled: 'Done',
  refunded: 'Refunded',
  expired: 'Not paid in time',
  cancelled: 'Cancelled',
}

export function labelOf({
  state,
  delivery,
  packedAt,
}: Pick<Order, 'state' | 'delivery' | 'packedAt'>): string {
  if (state === 'fulfilled') return delivery === 'ship' ? 'Sent' : 'Handed out'
  if (state === 'paid' && packedAt) return 'Paid, packed'
  return LABELS[state]
}

/** Its stock is held and not sold. */
export const isHolding = (state: OrderState): boolean => state === 'held' || state === 'paying'
/** Its stock is sold. */
export const isPlaced = (state: OrderState): boolean =>
  ['to-pay', 'paid', 'fulfilled', 'refunded'].includes(state)

/** What the studio may do now; `left` is what a refund may still take. */
export function actionsOf(
  { state, delivery, packedAt }: Pick<Order, 'state' | 'delivery' | 'packedAt'>,
  left: number,
): OrderActionName[] {
  const open = state === 'paid' || state === 'to-pay'
  const actions: OrderActionName[] = []
  if (open && !packedAt) actions.push('pack')
  if (state === 'paid' && delivery === 'ship') actions.push('send')
  if (open && delivery === 'pickup') actions.push('hand-out')
  if (state === 'to-pay') actions.push('mark-paid')
  if (open || isHolding(state)) actions.push('cancel')
  if (left > 0) actions.push('refund')
  return actions
}

/**
 * Seconds that stock stays held after the payment page should have closed, for Stripe to say whether somebody paid in the last
 * second: a quarter of the time to pay, at most a minute.
 */
export const graceSeconds = (paySeconds: number): number => Math.min(60, Math.ceil(paySeconds / 4))

export const subjectOf = ({ id }: { id: string }): string => `order:${id}`

export const orderTopicsOf = ({ id }: { id: string }): string[] => [
  `order:${id}`,
  'desk:orders',
  `desk:order:${id}`,
]
export const cartTopic = (cartId: string): string => `cart:${cartId}`
export const dropTopic = (collectionId: string): string => `desk:drop:${collectionId}`
