import type { AgoWords } from './wire.ts'

const HOURS = 23
const MINUTES = 59
const made = new Map<string, AgoWords>()

/** How a language says how long ago something was, for the page's script: to load its own words costs a slow phone a tenth of a second. */
export function agoWords(locale: string): AgoWords {
  const words = made.get(locale) ?? makeWords(locale)
  made.set(locale, words)
  return words
}

function makeWords(locale: string): AgoWords {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const digit = new Intl.NumberFormat(locale)
  return {
    now: format.format(0, 'minute').replace(/^this minute$/, 'just now'),
    digits: Array.from({ length: 10 }, (_, value) => digit.format(value)).join(''),
    minute: patterns(locale, format, 'minute', MINUTES),
    hour: patterns(locale, format, 'hour', HOURS),
  }
}

/** By the plural that a number takes: the words, with `#` where the number stands. */
function patterns(
  locale: string,
  format: Intl.RelativeTimeFormat,
  unit: 'minute' | 'hour',
  most: number,
): AgoWords['minute'] {
  const plural = new Intl.PluralRules(locale)
  const found: AgoWords['minute'] = {}
  for (let count = 1; count <= most; count++)
    found[plural.select(count)] ??= format
      .formatToParts(-count, unit)
      .map(({ type, value }) => (type === 'integer' ? '#' : value))
      .join('')
  return found
}
