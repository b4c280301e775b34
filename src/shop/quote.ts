import { Refusal } from '../platform/http/problem.ts'
import {
  goodsOf,
  type Place,
  type PricedLine,
  ratePrice,
  ratesFor,
  taxFor,
  totalsOf,
} from './order-totals.ts'
import type { CheckoutSettings, Delivery, ShippingRate, Totals } from './wire-orders.ts'

export interface Wish extends Place {
  delivery: Delivery
  /** The rate that was chosen; null: the first that there is. */
  shippingId: string | null
}

export interface Quote {
  totals: Totals
  /** What may be chosen where it goes. */
  rates: ShippingRate[]
  rate: ShippingRate | null
  shippingName: string
  /** Why it cannot go there; null: it can. */
  problem: string | null
}

/** What a cart costs as its buyer wishes to have it. */
export function quoteFor(
  settings: CheckoutSettings,
  currency: string,
  lines: readonly PricedLine[],
  wish: Wish,
): Quote {
  const { pickup, taxIncluded } = settings
  const base = { currency, lines, taxIncluded }
  if (wish.delivery === 'pickup') {
    const place = { country: pickup?.country ?? '', region: pickup?.region ?? '' }
    return {
      totals: totalsOf({ ...base, shipping: 0, tax: taxFor(settings, place) }),
      rates: [],
      rate: null,
      shippingName: pickup?.place ?? '',
      problem: pickup ? null : 'Nothing can be picked up at the moment. Have it sent.',
    }
  }
  const rates = ratesFor(settings, wish)
  const rate = rates.find(({ id }) => id === wish.shippingId) ?? rates[0] ?? null
  const shipping = rate ? ratePrice(rate, goodsOf(lines)) : 0
  return {
    totals: totalsOf({ ...base, shipping, tax: taxFor(settings, wish) }),
    rates,
    rate,
    shippingName: rate ? [rate.name, rate.says].filter(Boolean).join(', ') : '',
    problem: rate ? null : 'We do not send there. Choose another country, or write to us.',
  }
}

export function requirePossible({ problem }: Quote): void {
  if (problem !== null) throw new Refusal('unprocessable', problem)
}
