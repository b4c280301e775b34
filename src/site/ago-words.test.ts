import { expect, test } from 'vitest'
import { agoWords } from './ago-words.ts'
import { agoText } from './client/ago-text.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

test.each(['en-US', 'de', 'fr', 'pl', 'ru', 'lv', 'cy', 'he', 'ar-EG', 'fa', 'ja', 'bn'])(
  'a page in %s says every young time as the language does',
  (locale) => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    const words = agoWords(locale)
    for (let count = 1; count < 60; count++)
      expect(agoText(count * MINUTE_MS + 1, words)).toBe(format.format(-count, 'minute'))
    for (let count = 1; count < 24; count++)
      expect(agoText(count * HOUR_MS + 1, words)).toBe(format.format(-count, 'hour'))
  },
)

test('what is less than a minute old is just now, also by a clock that is a little slow', () => {
  expect(agoText(0, agoWords('en'))).toBe('just now')
  expect(agoText(-30_000, agoWords('de'))).toBe('in dieser Minute')
})

test('of what is a day old or not yet, the date says more', () => {
  expect(agoText(24 * HOUR_MS, agoWords('en'))).toBeNull()
  expect(agoText(-2 * MINUTE_MS, agoWords('en'))).toBeNull()
})
