const format = (currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat('en', { style: 'currency', currency })

/** How many digits the minor unit of a currency has: 2 for USD, 0 for JPY. */
export const minorDigits = (currency: string): number =>
  format(currency).resolvedOptions().maximumFractionDigits ?? 2

/** "$28.00". */
export const moneyText = (currency: string, minor: number): string =>
  format(currency).format(minor / 10 ** minorDigits(currency))

/** "28.00": as a field shows it. */
export const fieldText = (currency: string, minor: number): string =>
  (minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency))

/** The sign or code that stands beside a field. */
export const currencySign = (currency: string): string =>
  format(currency)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency

const THOUSANDS = /^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/

/**
 * Whole minor units of what somebody typed, with a point or a comma, with or without the currency; `null` where it is no such sum.
 * Never by way of a float: 19.99 is 1999.
 */
export function parseMoney(currency: string, typed: string): number | null {
  const digits = minorDigits(currency)
  const text = typed.replace(currency, '').replace(currencySign(currency), '').trim()
  const [, whole = '', part = ''] =
    new RegExp(`^([\\d.,' ]*?)(?:[.,](\\d{1,${digits || 1}}))?$`).exec(text) ?? []
  if (whole === '' && part === '') return null
  if (digits === 0 && part !== '') return null
  if (whole !== '' && !/^\d+$/.test(whole) && !THOUSANDS.test(whole)) return null
  // 28.505 may be meant either way: better asked for again than sold for a thousandth.
  if (digits > 0 && part === '' && whole.includes('.')) return null
  const minor = Number(whole.replaceAll(/\D/g, '') + part.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : null
}

const PERCENT = /^\d{1,3}(?:[.,]\d{1,2})?$/

/** "6.25" is 625 basis points; `null` where it is no share of a hundred. */
export function parsePercent(typed: string): number | null {
  const text = typed.replace('%', '').trim()
  if (!PERCENT.test(text)) return null
  const [whole = '', part = ''] = text.split(/[.,]/)
  const points = Number(whole + part.padEnd(2, '0'))
  return points <= 10_000 ? points : null
}

export const percentText = (basisPoints: number): string => String(basisPoints / 100)
