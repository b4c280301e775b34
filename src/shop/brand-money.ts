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

const formats = new Map<string, Intl.NumberFormat>()

function format({ locale, currency }: BrandMoney, short: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${short}`
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: short ? 'stripIfInteger' : 'auto',
    })
  formats.set(key, made)
  return made
}

/** How many digits the minor unit has: 2 for USD, 0 for JPY. */
export const minorDigits = (money: BrandMoney): number =>
  format(money, false).resolvedOptions().maximumFractionDigits ?? 2

/** "$32", "$32.50": as a price tag says it. */
export const priceText = (money: BrandMoney, minor: number): string =>
  format(money, true).format(minor / 10 ** minorDigits(money))

/** "$32.00": as a bill says it. */
export const sumText = (money: BrandMoney, minor: number): string =>
  format(money, false).format(minor / 10 ** minorDigits(money))

/** "32.00": as programs read it. */
export const decimalText = (money: BrandMoney, minor: number): string =>
  (minor / 10 ** minorDigits(money)).toFixed(minorDigits(money))
