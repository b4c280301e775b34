const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const pad = (value: number): string => String(value).padStart(2, '0')

/** `0:31:12`, `26:00:00`, and whole days from two days on. Never negative. */
export function countdown(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / SECOND) * SECOND)
  if (left >= 2 * DAY) return `${Math.floor(left / DAY)} days`
  return `${Math.floor(left / HOUR)}:${pad(Math.floor((left % HOUR) / MINUTE))}:${pad((left % MINUTE) / SECOND)}`
}

/** How long ago or how soon, in words. */
export function relative(at: number, now: number): string {
  const ms = Math.abs(now - at)
  const amount =
    ms < MINUTE
      ? 'less than a minute'
      : ms < HOUR
        ? plural(Math.floor(ms / MINUTE), 'minute')
        : ms < DAY
          ? plural(Math.floor(ms / HOUR), 'hour')
          : plural(Math.floor(ms / DAY), 'day')
  return at <= now ? `${amount} ago` : `in ${amount}`
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const format = (options: Intl.DateTimeFormatOptions) => (instant: string | number, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(new Date(instant))

export const clockTime = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
export const clockSeconds = format({
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
export const dayWords = format({ weekday: 'short', day: 'numeric', month: 'short' })
export const dateWords = format({ day: 'numeric', month: 'short', year: 'numeric' })
export const dateTime = format({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `20:15` today, `Fri 4 Dec, 20:15` otherwise. */
export const timeNear = (instant: string, now: number, zone: string): string =>
  dayWords(instant, zone) === dayWords(now, zone)
    ? clockTime(instant, zone)
    : `${dayWords(instant, zone)}, ${clockTime(instant, zone)}`
