import { clockOf } from '../clip-time.ts'

export { clockOf, lengthOf } from '../clip-time.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** `0:19.040`: to the millisecond, as the fields have it. */
export function exactClock(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  return `${clockOf(whole)}.${pad(whole % SECOND, 3)}`
}

/** For who hears it: `19 seconds`, `1 minute 2.5 seconds`. */
export function spokenClock(ms: number): string {
  const hours = Math.floor(ms / HOUR)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  const seconds = Math.round((ms % MINUTE) / 100) / 10
  const parts = [
    [hours, 'hour'],
    [minutes, 'minute'],
    [seconds, 'second'],
  ] as const
  const said = parts.filter(([count, unit]) => count > 0 || (unit === 'second' && ms < SECOND))
  return said.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`).join(' ')
}

const CLOCK = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/

/** What was typed, in milliseconds: `19`, `19.5`, `1:02.250`, `1:02:03`. `null`: it is no time. */
export function parseClock(text: string): number | null {
  const parts = CLOCK.exec(text.trim())
  if (!parts) return null
  const [, hours, minutes, seconds = '', fraction = ''] = parts
  if (minutes !== undefined && Number(seconds) >= 60) return null
  if (hours !== undefined && Number(minutes) >= 60) return null
  const ms = Number(fraction.padEnd(3, '0'))
  return Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE + Number(seconds) * SECOND + ms
}
