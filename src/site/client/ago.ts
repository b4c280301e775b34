import { serverNow } from './live-clock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Older than this the date says more. */
const OLDEST_MS = 24 * HOUR_MS

const words = new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', { numeric: 'auto' })

function agoText(age: number): string | null {
  if (age < -MINUTE_MS || age >= OLDEST_MS) return null
  if (age < MINUTE_MS) return words.format(0, 'minute').replace(/^this minute$/, 'just now')
  return age < HOUR_MS
    ? words.format(-Math.floor(age / MINUTE_MS), 'minute')
    : words.format(-Math.floor(age / HOUR_MS), 'hour')
}

/** What follows a time in its line must not move: there the words change only within their box. */
function say(time: HTMLElement, text: string): void {
  const before = time.textContent ?? ''
  if (before === text) return
  const width = time.nextSibling ? time.getBoundingClientRect().width : null
  time.textContent = text
  if (width !== null && time.getBoundingClientRect().width !== width) time.textContent = before
}

/** Says young times relative to now. */
function sayAgo(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-ago]')) {
    const text = agoText(serverNow() - Date.parse(time.dateTime))
    const absolute = (time.dataset['ago'] ||= time.textContent ?? '')
    if (text !== null) time.title = absolute
    say(time, text ?? absolute)
  }
}

export function keepTimesFresh(): void {
  sayAgo()
  document.addEventListener('pressbox:region', sayAgo)
  setInterval(sayAgo, MINUTE_MS / 2)
}
