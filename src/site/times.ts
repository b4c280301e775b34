import { html, type Html } from '../platform/html.ts'
import type { Brand } from './wire.ts'

type Zone = Pick<Brand, 'locale' | 'timeZone'>

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([zone.locale, zone.timeZone, options])
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(zone.locale, { ...options, timeZone: zone.timeZone })
  formats.set(key, made)
  return made
}

const MOMENT = {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** Absolute, in the brand's zone; the page's script says it relative to now. */
export const timeHtml = (at: Date, zone: Zone): Html =>
  html`<time datetime="${at.toISOString()}" data-ago>${format(zone, MOMENT).format(at)}</time>`
