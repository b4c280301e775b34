import { type Way } from './checkout-form.ts'
import type { Place, PricedLine } from './order-totals.ts'
import { quoteFor } from './quote.ts'
import type { CheckoutSettings, Totals } from './wire-orders.ts'

/** One way to have an order, with what it costs. */
export interface WayOffered extends Way {
  name: string
  says: string
  totals: Totals
}

/** Every way in which a cart can be had at a place: sent at each rate, picked up and paid there, picked up and paid now. */
export function waysFor(
  settings: CheckoutSettings,
  currency: string,
  lines: readonly PricedLine[],
  place: Place,
  takesCards: boolean,
): WayOffered[] {
  const quote = (delivery: Way['delivery'], shippingId: string | null) =>
    quoteFor(settings, currency, lines, { ...place, delivery, shippingId })
  const sent = quote('ship', null).rates.map((rate): WayOffered => {
    const { totals } = quote('ship', rate.id)
    return {
      delivery: 'ship',
      rate: rate.id,
      payBy: 'stripe',
      total: totals.total,
      name: rate.name,
      says: rate.says,
      totals,
    }
  })
  const { pickup } = settings
  if (!pickup) return takesCards ? sent : []
  const { totals } = quote('pickup', null)
  const atPlace = { delivery: 'pickup', rate: null, total: totals.total, totals } as const
  return [
    ...(takesCards ? sent : []),
    ...(pickup.payThere
      ? [
          {
            ...atPlace,
            payBy: 'pickup' as const,
            name: 'Pick up, pay there',
            says: `${pickup.place}. ${pickup.says}`.trim(),
          },
        ]
      : []),
    ...(takesCards
      ? [{ ...atPlace, payBy: 'stripe' as const, name: 'Pick up, pay now by card', says: pickup.place }]
      : []),
  ]
}
