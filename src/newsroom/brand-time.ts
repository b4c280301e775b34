import { z } from 'zod'
import { html, type Html } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import { readSetting, settingsTopic } from '../platform/settings-store.ts'

/** How the brand tells the time; the names are those of its settings. */
const brandSchema = z.object({
  locale: z.string().default('en-US'),
  timeZone: z.string().default('America/New_York'),
})
export type BrandTime = z.output<typeof brandSchema>

export async function readBrandTime(reading: Reading): Promise<BrandTime> {
  reading.topic(settingsTopic('brand'))
  return (await readSetting(reading, 'brand', brandSchema)).value
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format({ locale, timeZone }: BrandTime, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
  formats.set(key, made)
  return made
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const
const MOMENT = { ...DATE, hour: 'numeric', minute: '2-digit' } as const

export const dateText = (at: Date, time: BrandTime): string => format(time, DATE).format(at)
export const momentText = (at: Date, time: BrandTime): string => format(time, MOMENT).format(at)

/** `2026-11` as a reader says it. */
export const monthText = (month: string, { locale }: BrandTime): string =>
  format({ locale, timeZone: 'UTC' }, { month: 'long', year: 'numeric' }).format(
    new Date(`${month}-15T00:00:00Z`),
  )

/** Absolute, as the server knows it; the browser may make it relative. */
export const timeHtml = (at: Date, time: BrandTime, text = momentText(at, time)): Html =>
  html`<time datetime="${at.toISOString()}" data-ago>${text}</time>`

export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text)

/** The instants between which it is that month in that zone. */
export function monthBounds(month: string, timeZone: string): { from: Date; until: Date } {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const startOf = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
  return { from: startOf(first), until: startOf(first.add({ months: 1 })) }
}
