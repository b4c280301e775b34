import type { ExceptionJson, OrderActionName, OrderJson } from '../wire.ts'

export const ACTION_WORDS: Record<OrderActionName, string> = {
  pack: 'Mark as packed',
  send: 'Send',
  'hand-out': 'Hand out',
  'mark-paid': 'Mark as paid',
  cancel: 'Cancel the order',
  refund: 'Refund',
}

export const DONE_WORDS: Record<Exclude<OrderActionName, 'refund'>, string> = {
  pack: 'Packed.',
  send: 'Sent; its buyer is told.',
  'hand-out': 'Handed out.',
  'mark-paid': 'Paid.',
  cancel: 'Cancelled; its buyer is told.',
}

/** The one hot button: what is most likely to be done next. */
export const NEXT_ACTIONS: readonly OrderActionName[] = ['pack', 'send', 'hand-out', 'mark-paid']

const EVENTS: Record<string, string> = {
  placed: 'Placed',
  paying: 'At the payment page',
  paid: 'Paid',
  packed: 'Packed',
  sent: 'Sent',
  'handed-out': 'Handed out',
  expired: 'Not paid in time',
  cancelled: 'Cancelled',
  'refund-wanted': 'Refund begun',
  refunded: 'Refunded',
  'refund-failed': 'Refund failed',
  exception: 'Needs somebody',
}
export const eventWords = (kind: string): string => EVENTS[kind] ?? kind

export const EXCEPTION_WORDS: Record<ExceptionJson['kind'], string> = {
  'sold-out-after-payment': 'Sold out after payment',
  'wrong-amount': 'Wrong amount',
  'refund-failed': 'Refund failed',
  'payment-unclear': 'Payment unclear',
}

export const isWaiting = ({ state }: Pick<OrderJson, 'state'>): boolean =>
  state === 'paid' || state === 'to-pay'
