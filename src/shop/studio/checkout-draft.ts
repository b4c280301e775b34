import type { CheckoutSettings, CheckoutSettingsReply } from '../wire.ts'
import { fieldText, parseMoney, parsePercent, percentText } from './money.ts'

export interface RateDraft {
  /** Empty: it is made of the name when it is saved. */
  id: string
  name: string
  says: string
  countries: string[]
  regions: string[]
  price: string
  freeFrom: string
}

export interface TaxDraft {
  country: string
  region: string
  name: string
  percent: string
  shippingToo: boolean
}

export interface CheckoutDraft {
  rates: RateDraft[]
  hasPickup: boolean
  place: string
  pickupSays: string
  pickupCountry: string
  pickupRegion: string
  payThere: boolean
  taxes: TaxDraft[]
  taxIncluded: boolean
  payMinutes: string
}

export const newRate = (): RateDraft => ({
  id: '',
  name: '',
  says: '',
  countries: [],
  regions: [],
  price: '',
  freeFrom: '',
})
export const newTax = (): TaxDraft => ({ country: '', region: '', name: '', percent: '', shippingToo: false })

export function draftOf({ value, currency }: CheckoutSettingsReply): CheckoutDraft {
  const { rates, pickup, taxes, taxIncluded, paySeconds } = value
  return {
    rates: rates.map(({ price, freeFrom, ...same }) => ({
      ...same,
      price: fieldText(currency, price),
      freeFrom: freeFrom === null ? '' : fieldText(currency, freeFrom),
    })),
    hasPickup: pickup !== null,
    place: pickup?.place ?? '',
    pickupSays: pickup?.says ?? '',
    pickupCountry: pickup?.country ?? 'US',
    pickupRegion: pickup?.region ?? '',
    payThere: pickup?.payThere ?? true,
    taxes: taxes.map(({ basisPoints, region, ...same }) => ({
      ...same,
      region: region ?? '',
      percent: percentText(basisPoints),
    })),
    taxIncluded,
    payMinutes: String(paySeconds / 60),
  }
}

const COUNTRY = /^[A-Z]{2}$/
const isPlace = (code: string): boolean => code === '*' || COUNTRY.test(code)
const isSum = (currency: string, text: string): boolean => parseMoney(currency, text) !== null

/** What keeps it from being saved, in a sentence; `null`: nothing. */
export function problemOf(draft: CheckoutDraft, currency: string): string | null {
  for (const rate of draft.rates) {
    const name = rate.name || 'A shipping rate'
    if (rate.countries.length === 0) return `${name} needs a country, or * for everywhere else.`
    if (!rate.countries.every(isPlace))
      return `${name}: countries have two letters, such as US; * is everywhere else.`
    if (!isSum(currency, rate.price)) return `${name}: the price is a sum such as 5.00.`
    if (rate.freeFrom.trim() !== '' && !isSum(currency, rate.freeFrom))
      return `${name}: “Free from” is a sum or empty.`
  }
  for (const tax of draft.taxes) {
    const name = tax.name || 'A tax'
    if (!isPlace(tax.country))
      return `${name}: the country has two letters, such as US; * is everywhere else.`
    if (parsePercent(tax.percent) === null) return `${name}: the rate is a percentage such as 6.25.`
  }
  if (draft.hasPickup && !COUNTRY.test(draft.pickupCountry))
    return 'Pickup: the country has two letters, such as US.'
  const seconds = secondsOf(draft)
  if (!(seconds >= 1 && seconds <= 86_400)) return 'The time to pay is between a second and a day.'
  return null
}

const secondsOf = ({ payMinutes }: CheckoutDraft): number =>
  Math.round(Number(payMinutes.replace(',', '.')) * 60)

/** "us-standard", and never one that is taken. */
function rateId(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 34)
  let id = slug || 'rate'
  for (let n = 2; taken.has(id); n++) id = `${slug || 'rate'}-${n}`
  return id
}

export function toSettings(draft: CheckoutDraft, currency: string): CheckoutSettings {
  const taken = new Set(draft.rates.map(({ id }) => id))
  const rates = draft.rates.map(({ id: given, price, freeFrom, ...same }) => {
    const id = given || rateId(same.name, taken)
    taken.add(id)
    return {
      ...same,
      id,
      price: parseMoney(currency, price) ?? 0,
      freeFrom: freeFrom.trim() === '' ? null : parseMoney(currency, freeFrom),
    }
  })
  return {
    rates,
    pickup: draft.hasPickup
      ? {
          place: draft.place,
          says: draft.pickupSays,
          country: draft.pickupCountry,
          region: draft.pickupRegion || null,
          payThere: draft.payThere,
        }
      : null,
    taxes: draft.taxes.map(({ percent, region, ...same }) => ({
      ...same,
      region: region || null,
      basisPoints: parsePercent(percent) ?? 0,
    })),
    taxIncluded: draft.taxIncluded,
    paySeconds: secondsOf(draft),
  }
}
