import { z } from 'zod'
import type { Reading } from './live/reading.ts'
import { readSetting, settingsTopic } from './settings-store.ts'

/** What modules need to know of the brand: how it says times. */
const BrandClock = z.object({
  timeZone: z.string().default('America/New_York'),
  locale: z.string().default('en-US'),
})
export type BrandClock = z.output<typeof BrandClock>

export async function brandClock(reading: Reading): Promise<BrandClock> {
  reading.topic(settingsTopic('brand'))
  return (await readSetting(reading, 'brand', BrandClock)).value
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format({ locale, timeZone }: BrandClock, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = JSON.stringify([locale, timeZone, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(key, known)
  return known.format(at)
}

/** "Sun, 8:00 PM EST" */
export const shortTime = (clock: BrandClock, at: Date): string =>
  format(clock, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }, at)

/** "Sun, Nov 22, 8:00 PM EST" */
export const shortDate = (clock: BrandClock, at: Date): string =>
  format(
    clock,
    {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    },
    at,
  )

/** "8:00 PM EST" */
export const timeOfDay = (clock: BrandClock, at: Date): string =>
  format(clock, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }, at)

/** "Sunday, November 22, 2026" */
export const longDay = (clock: BrandClock, at: Date): string =>
  format(clock, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }, at)

/** "Sunday, November 22, 2026 at 8:00 PM EST" */
export const longTime = (clock: BrandClock, at: Date): string =>
  `${longDay(clock, at)} at ${timeOfDay(clock, at)}`

/** With its offset, as schema.org wants the time of an event: 2026-11-22T20:00:00-05:00. */
export const isoInZone = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
