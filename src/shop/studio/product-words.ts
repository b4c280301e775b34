import { plural } from '../../kit/time.ts'
import type { DeskProductJson, MovementKind, ProductState, ProductStatus } from '../wire.ts'
import { moneyText } from './money.ts'

export const STATUS_WORDS: Record<ProductStatus, string> = {
  draft: 'Draft',
  'for-sale': 'For sale',
  archived: 'Archived',
}

/** As readers have it now. */
export const STATE_WORDS: Record<ProductState, string> = {
  hidden: 'Hidden',
  'on-sale': 'On sale',
  'sold-out': 'Sold out',
  paused: 'Paused',
  archived: 'Not for sale any more',
}

export const MOVEMENT_WORDS: Record<MovementKind, string> = {
  received: 'Received',
  sold: 'Sold',
  returned: 'Returned',
  counted: 'Counted',
  correction: 'Corrected',
}

const soldOf = ({ variants }: DeskProductJson) => variants.filter(({ retired }) => !retired)

export const leftOfProduct = (product: DeskProductJson): number =>
  soldOf(product).reduce((sum, { stock }) => sum + stock.left, 0)

/** "$28.00", or "$28.00 to $32.00". */
export function priceRange(product: DeskProductJson): string {
  const prices = soldOf(product).map(({ priceMinor }) => priceMinor)
  if (prices.length === 0) return ''
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const from = moneyText(product.currency, least)
  return least === most ? from : `${from} to ${moneyText(product.currency, most)}`
}

export const variantCount = (product: DeskProductJson): string => {
  const { length } = soldOf(product)
  return length > 1 ? plural(length, 'variant') : ''
}
