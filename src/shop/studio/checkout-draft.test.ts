import { expect, test } from 'vitest'
import type { CheckoutSettings } from '../wire.ts'
import { draftOf, newRate, newTax, problemOf, toSettings } from './checkout-draft.ts'

const value: CheckoutSettings = {
  rates: [
    {
      id: 'us-standard',
      name: 'Standard',
      says: '3 to 5 days',
      countries: ['US'],
      regions: ['IL'],
      price: 595,
      freeFrom: 7500,
    },
    { id: 'world', name: 'World', says: '', countries: ['*'], regions: [], price: 1800, freeFrom: null },
  ],
  pickup: { place: 'The rink', says: 'Door B', country: 'US', region: 'IL', payThere: true },
  taxes: [{ country: 'US', region: 'IL', name: 'Sales tax', basisPoints: 625, shippingToo: false }],
  taxIncluded: false,
  paySeconds: 100,
}
const draft = draftOf({ revision: 1, value, currency: 'USD', takesCards: true })

test('settings that are not changed are sent as they are', () => {
  expect(problemOf(draft, 'USD')).toBeNull()
  expect(toSettings(draft, 'USD')).toEqual(value)
})

test('a new rate gets an id of its name that no other has', () => {
  const named = (name: string) => ({ ...newRate(), name, countries: ['CA'], price: '9' })
  const rates = [...draft.rates, named('US Standard'), named('Été!'), named('Été!')]
  expect(toSettings({ ...draft, rates }, 'USD').rates.map(({ id }) => id)).toEqual(
    ['us-standard', 'world', 'us-standard-2', 'e-te', 'e-te-2'], // prettier-ignore
  )
})

test('what cannot be saved is said', () => {
  const rate = { ...newRate(), name: 'Express', price: '9', countries: ['US'] }
  expect(problemOf({ ...draft, rates: [{ ...rate, countries: [] }] }, 'USD')).toMatch(
    /Express needs a country/,
  )
  expect(problemOf({ ...draft, rates: [{ ...rate, countries: ['USA'] }] }, 'USD')).toMatch(/two letters/)
  expect(problemOf({ ...draft, rates: [{ ...rate, price: 'a lot' }] }, 'USD')).toMatch(/the price/)
  const tax = { ...newTax(), country: 'US', percent: '6.25' }
  expect(problemOf({ ...draft, taxes: [{ ...tax, percent: '120' }] }, 'USD')).toMatch(/percentage/)
  expect(problemOf({ ...draft, payMinutes: '0' }, 'USD')).toMatch(/time to pay/)
  expect(problemOf({ ...draft, payMinutes: 'long' }, 'USD')).toMatch(/time to pay/)
})
