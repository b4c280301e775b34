import * as currencies from 'dinero.js/currencies'
import {
  dinero,
  type DineroCurrency,
  halfAwayFromZero,
  multiply,
  toSnapshot,
  transformScale,
} from 'dinero.js'
import type { CheckoutSettings, ShippingRate, TaxRate, Totals } from './wire-orders.ts'

export interface PricedLine {
  quantity: number
  /** Of one piece, in minor units. */
  price: number
}

/** Where an order goes, as far as rates and taxes ask. */
export interface Place {
  country: string
  region: string
}

export const goodsOf = (lines: readonly PricedLine[]): number =>
  lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)

/** The rates that fit best: those of its region, else of its country, else of the rest of the world. */
export function ratesFor({ rates }: CheckoutSettings, { country, region }: Place): ShippingRate[] {
  const own = rates.filter((rate) => rate.countries.includes(country))
  const near = own.filter((rate) => rate.regions.includes(region))
  if (near.length > 0) return near
  const national = own.filter((rate) => rate.regions.length === 0)
  return national.length > 0 ? national : rates.filter((rate) => rate.countries.includes('*'))
}

export const ratePrice = ({ price, freeFrom }: ShippingRate, goods: number): number =>
  freeFrom !== null && goods >= freeFrom ? 0 : price

/** The line that fits best, in the same order. */
export function taxFor({ taxes }: CheckoutSettings, { country, region }: Place): TaxRate | null {
  return (
    taxes.find((tax) => tax.country === country && tax.region === region) ??
    taxes.find((tax) => tax.country === country && tax.region === null) ??
    taxes.find((tax) => tax.country === '*') ??
    null
  )
}

export interface Due {
  currency: string
  lines: readonly PricedLine[]
  shipping: number
  tax: TaxRate | null
  taxIncluded: boolean
}

/**
 * What an order costs. Tax is reckoned once an order, on the sum of what is taxed, and rounded to the minor unit with halves away
 * from zero; so the parts of a bill add up to its total.
 */
export function totalsOf({ currency, lines, shipping, tax, taxIncluded }: Due): Totals {
  const goods = goodsOf(lines)
  const taxed = goods + (tax?.shippingToo ? shipping : 0)
  const basisPoints = tax?.basisPoints ?? 0
  const amount = taxIncluded ? partOf(taxed, basisPoints) : share(currency, taxed, basisPoints)
  return {
    currency,
    goods,
    shipping,
    tax: amount,
    taxIncluded,
    taxName: tax?.name ?? '',
    taxBasisPoints: basisPoints,
    total: goods + shipping + (taxIncluded ? 0 : amount),
  }
}

const KNOWN = currencies as Record<string, DineroCurrency<number>>
const currencyOf = (code: string): DineroCurrency<number> => KNOWN[code] ?? { code, base: 10, exponent: 2 }
/** Digits of a basis point. */
const SCALE = 4

function share(currency: string, amount: number, basisPoints: number): number {
  const sum = dinero({ amount, currency: currencyOf(currency) })
  const exact = multiply(sum, { amount: basisPoints, scale: SCALE })
  return toSnapshot(transformScale(exact, toSnapshot(sum).scale, halfAwayFromZero)).amount
}

/** The tax within a sum that contains it. Money does not divide by a rate: a fraction of whole numbers below 2^53, rounded once. */
const partOf = (amount: number, basisPoints: number): number =>
  Math.round((amount * basisPoints) / (10 ** SCALE + basisPoints))
