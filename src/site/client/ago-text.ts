import type { AgoWords } from '../wire.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Older than this the date says more. */
const OLDEST_MS = 24 * HOUR_MS

/** How long ago it was, in the words of the page; null where the date says it better. */
export function agoText(age: number, words: AgoWords): string | null {
  if (age < -MINUTE_MS || age >= OLDEST_MS) return null
  if (age < MINUTE_MS) return words.now
  const [count, unit] =
    age < HOUR_MS ? [Math.floor(age / MINUTE_MS), words.minute] : [Math.floor(age / HOUR_MS), words.hour]
  const number = String(count).replace(/\d/g, (digit) => Array.from(words.digits)[Number(digit)] ?? digit)
  return unit.forms[Number(unit.of[count - 1])]?.replace('#', number) ?? null
}
