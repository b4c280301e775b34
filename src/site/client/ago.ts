import type { AgoWords } from '../wire.ts'
import { agoText } from './ago-text.ts'
import { serverNow } from './live-clock.ts'

const EVERY_MS = 30_000

const said = document.querySelector<HTMLMetaElement>('meta[name=ago]')?.content
const words = said ? (JSON.parse(said) as AgoWords) : null

/** The words for a time, with the whole date at hand. */
function wordsOf(time: HTMLTimeElement): string {
  const absolute = (time.dataset['ago'] ||= time.textContent ?? '')
  const text = words && agoText(serverNow() - Date.parse(time.dateTime), words)
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
  setInterval(sayAgo, EVERY_MS)
}
