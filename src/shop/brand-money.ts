import { z } from 'zod'
import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { readSetting, settingsTopic } from '../platform/settings-store.ts'

/** What the shop needs to know of the brand: what it is paid in, and how it writes sums. */
const BrandMoney = z.object({ currency: z.string().default('USD'), locale: z.string().default('en-US') })
export type BrandMoney = z.output<typeof BrandMoney>

const isReading = (source: Source): source is Reading => 'topic' in source

export async function brandMoney(source: Source): Promise<BrandMoney> {
  if (isReading(source)) source.topic(settingsTopic('brand'))
  return (await readSetting(source, 'brand', BrandMoney)).value
}

interface Format {
  format: Intl.NumberFormat
  /** How many digits the minor unit has: 2 for USD, 0 for JPY. */
  digits: number
}

const formats = new Map<string, Format>()

function formatOf({ locale, currency }: BrandMoney, short: boolean): Format {
  const key = `${locale} ${currency} ${short}`
  const known = formats.get(key)
  if (known) return known
  const trailingZeroDisplay = short ? 'stripIfInteger' : 'auto'
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay })
  const made = { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
  formats.set(key, made)
  return made
}

export const minorDigits = (money: BrandMoney): number => formatOf(money, false).digits

function text(money: BrandMoney, minor: number, short: boolean): string {
  const { format, digits } = formatOf(money, short)
  return format.format(minor / 10 ** digits)
}

/** "$32", "$32.50": as a price tag says it. */
export const priceText = (money: BrandMoney, minor: number): string => text(money, minor, true)

/** "$32.00": as a bill says it. */
export const sumText = (money: BrandMoney, minor: number): string => text(money, minor, false)

/** "32.00": as programs read it. */
export const decimalText = (money: BrandMoney, minor: number): string =>
  (minor / 10 ** minorDigits(money)).toFixed(minorDigits(money))
