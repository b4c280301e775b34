import { serverNow } from './live-clock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Older than this the date says more. */
const OLDEST_MS = 24 * HOUR_MS

let format: Intl.RelativeTimeFormat | undefined

/** Made when the first young time is met: it costs a slow phone a tenth of a second. */
const inWords = (count: number, unit: 'minute' | 'hour'): string =>
  (format ??= new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', { numeric: 'auto' })).format(
    count,
    unit,
  )

function agoText(age: number): string | null {
  if (age < -MINUTE_MS || age >= OLDEST_MS) return null
  if (age < MINUTE_MS) return inWords(0, 'minute').replace(/^this minute$/, 'just now')
  return age < HOUR_MS
    ? inWords(-Math.floor(age / MINUTE_MS), 'minute')
    : inWords(-Math.floor(age / HOUR_MS), 'hour')
}

/** The words for a time, with the whole date at hand. */
function wordsOf(time: HTMLTimeElement): string {
  const absolute = (time.dataset['ago'] ||= time.textContent ?? '')
  const text = agoText(serverNow() - Date.parse(time.dateTime))
  if (text !== null) time.title = absolute
  return text ?? absolute
}

const timesIn = (root: ParentNode): HTMLTimeElement[] => [
  ...root.querySelectorAll<HTMLTimeElement>('time[data-ago]'),
]

/** What follows a time in its line must not move: there the words change only within their box. */
function say(time: HTMLTimeElement): void {
  const before = time.textContent ?? ''
  const text = wordsOf(time)
  if (before === text) return
  const isFollowed = time.nextSibling?.textContent?.trim()
  const width = isFollowed ? time.getBoundingClientRect().width : null
  time.textContent = text
  if (width !== null && time.getBoundingClientRect().width !== width) time.textContent = before
}

/** A box that is exchanged as a whole may say what it likes. */
function sayInBox(box: Element): void {
  const fresh = box.cloneNode(true) as Element
  for (const time of timesIn(fresh)) time.textContent = wordsOf(time)
  if (fresh.textContent !== box.textContent && !box.contains(document.activeElement)) box.replaceWith(fresh)
}

/** Says young times relative to now. */
function sayAgo(): void {
  const times = timesIn(document)
  const boxes = new Set(times.flatMap((time) => time.closest('[data-swap]') ?? []))
  boxes.forEach(sayInBox)
  for (const time of times) if (!time.closest('[data-swap]')) say(time)
}

/** Begins when the page has been painted: what it says until then is right as well. */
export function keepTimesFresh(): void {
  setTimeout(sayAgo)
  document.addEventListener('pressbox:region', sayAgo)
  setInterval(sayAgo, MINUTE_MS / 2)
}
