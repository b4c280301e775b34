import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratePrice, ratesFor, taxFor, totalsOf } from './order-totals.ts'
import { CheckoutSettings } from './wire-orders.ts'

const settings = CheckoutSettings.parse({
  rates: [
    { id: 'us', name: 'Standard', countries: ['US'], price: 600, freeFrom: 10_000 },
    { id: 'us-fast', name: 'Express', countries: ['US'], price: 1800 },
    { id: 'us-far', name: 'Far', countries: ['US'], regions: ['AK', 'HI'], price: 2500 },
    { id: 'world', name: 'World', countries: ['*'], price: 3000 },
  ],
  taxes: [
    { country: 'US', region: 'IL', name: 'Sales tax', basisPoints: 625, shippingToo: true },
    { country: 'DE', name: 'VAT', basisPoints: 1900 },
  ],
})
const tax = (basisPoints: number, shippingToo = false) => ({
  country: 'US',
  region: null,
  name: 'Tax',
  basisPoints,
  shippingToo,
})

test('the rates nearest to a place hold: of its region, of its country, of the rest of the world', () => {
  const ids = (country: string, region = '') => ratesFor(settings, { country, region }).map(({ id }) => id)
  expect(ids('US', 'IL')).toEqual(['us', 'us-fast'])
  expect(ids('US', 'AK')).toEqual(['us-far'])
  expect(ids('NZ')).toEqual(['world'])
  expect(ratesFor({ ...settings, rates: [] }, { country: 'US', region: '' })).toEqual([])
})

test('shipping is free from the sum that its rate names', () => {
  const [standard] = ratesFor(settings, { country: 'US', region: '' })
  expect(standard && [ratePrice(standard, 9999), ratePrice(standard, 10_000)]).toEqual([600, 0])
})

test('the tax nearest to a place holds, and none where none is named', () => {
  expect(taxFor(settings, { country: 'US', region: 'IL' })?.basisPoints).toBe(625)
  expect(taxFor(settings, { country: 'US', region: 'WI' })).toBeNull()
  expect(taxFor(settings, { country: 'DE', region: 'BY' })?.name).toBe('VAT')
})

test.each([
  { what: 'added, halves up', price: 1000, rate: tax(625), included: false, expected: [63, 1063] },
  {
    what: 'added, of shipping too',
    price: 1000,
    rate: tax(625, true),
    included: false,
    shipping: 600,
    expected: [100, 1700],
  },
  { what: 'included', price: 1190, rate: tax(1900), included: true, expected: [190, 1190] },
  { what: 'none', price: 1190, rate: null, included: false, expected: [0, 1190] },
])('tax $what', ({ price, rate, included, shipping = 0, expected }) => {
  const { tax: due, total } = totalsOf({
    currency: 'USD',
    lines: [{ quantity: 1, price }],
    shipping,
    tax: rate,
    taxIncluded: included,
  })
  expect([due, total]).toEqual(expected)
})

test('tax is reckoned on the sum and not on each line, so that three lines of a third of a cent make a cent', () => {
  const lines = Array.from({ length: 3 }, () => ({ quantity: 1, price: 5 }))
  expect(totalsOf({ currency: 'USD', lines, shipping: 0, tax: tax(700), taxIncluded: false }).tax).toBe(1)
})

test('whatever is ordered, the parts are whole numbers and add up to the total', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 99 }),
    price: fc.integer({ min: 0, max: 100_000_000 }),
  })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.boolean(),
      fc.constantFrom('USD', 'JPY', 'KWD'),
      (lines, shipping, points, taxIncluded, currency) => {
        const totals = totalsOf({ currency, lines, shipping, tax: tax(points, true), taxIncluded })
        expect(Number.isSafeInteger(totals.tax)).toBe(true)
        expect(totals.total).toBe(totals.goods + shipping + (taxIncluded ? 0 : totals.tax))
        const exact = ((totals.goods + shipping) * points) / (taxIncluded ? 10_000 + points : 10_000)
        expect(Math.abs(totals.tax - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
      },
    ),
  )
})
