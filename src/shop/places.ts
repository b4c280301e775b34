import type { CheckoutSettings } from './wire-orders.ts'

/** Codes that ICU has a name for and where nobody lives: groups of countries, and what is reserved for tests. */
const NO_PLACES = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
  'AQ',
  'BV',
  'HM',
])
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

let everywhere: string[] | undefined

function allCountries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  // An old code is named like the new one: of each name the first in use stays.
  everywhere ??= LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
    (code) =>
      !NO_PLACES.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
  )
  return everywhere
}

export const countryName = (locale: string, code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code

/** Where orders are sent, those named by a rate first. */
export function countriesOf({ rates }: Pick<CheckoutSettings, 'rates'>): string[] {
  const named = [...new Set(rates.flatMap(({ countries }) => countries))].filter((code) => code !== '*')
  if (!rates.some(({ countries }) => countries.includes('*'))) return named
  return [...named, ...allCountries().filter((code) => !named.includes(code))]
}

/** States and provinces by ISO 3166-2, where an address cannot do without one. */
const REGIONS: Record<string, string> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
}

/** `null`: whoever needs a region there writes it themselves. */
export function regionsOf(country: string): { code: string; name: string }[] | null {
  const list = REGIONS[country]
  if (list === undefined) return null
  return list.split('|').map((entry) => {
    const cut = entry.indexOf(' ')
    return { code: entry.slice(0, cut), name: entry.slice(cut + 1) }
  })
}

/** Where mail is not delivered without one. */
const WITH_POSTCODE = new Set([
  'US',
  'CA',
  'AU',
  'GB',
  'DE',
  'FR',
  'IT',
  'ES',
  'NL',
  'BE',
  'AT',
  'CH',
  'SE',
  'NO',
  'DK',
  'FI',
  'PL',
  'CZ',
  'PT',
  'NZ',
  'JP',
  'MX',
  'BR',
  'IN',
])
export const needsPostcode = (country: string): boolean => WITH_POSTCODE.has(country)
