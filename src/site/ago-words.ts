import type { AgoWords, CountedWords } from './wire.ts'

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

function patterns(
  locale: string,
  format: Intl.RelativeTimeFormat,
  unit: 'minute' | 'hour',
  most: number,
): CountedWords {
  const plural = new Intl.PluralRules(locale)
  const forms = new Map<string, string>()
  const of = Array.from({ length: most }, (_, i) => {
    const rule = plural.select(i + 1)
    if (!forms.has(rule)) forms.set(rule, wordsFor(format, unit, i + 1))
    return [...forms.keys()].indexOf(rule)
  })
  return { forms: [...forms.values()], of: of.join('') }
}

const wordsFor = (format: Intl.RelativeTimeFormat, unit: 'minute' | 'hour', count: number): string =>
  format
    .formatToParts(-count, unit)
    .map(({ type, value }) => (type === 'integer' ? '#' : value))
    .join('')
