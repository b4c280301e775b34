import { expect, test } from 'vitest'
import { isSmallEnough } from './pick-size.ts'

test('a large box on a good line takes the large size, also where the browser does not tell of the line', () => {
  expect(isSmallEnough(1074, { effectiveType: '4g' })).toBe(false)
  expect(isSmallEnough(720, {})).toBe(false)
})

test.each([
  [358, {}],
  [1440, { saveData: true }],
  [1440, { effectiveType: '3g' }],
])('the small size is enough for %i pixels on the line %j', (pixels, connection) => {
  expect(isSmallEnough(pixels, connection)).toBe(true)
})
