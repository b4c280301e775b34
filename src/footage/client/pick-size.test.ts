import { expect, test } from 'vitest'
import { isSmallEnough } from './pick-size.ts'

test('a large box on a good line takes the large size, also where the browser does not tell of the line', () => {
  expect(isSmallEnough(1074, { effectiveType: '4g', downlink: 10 })).toBe(false)
  expect(isSmallEnough(720, {})).toBe(false)
  expect(isSmallEnough(720, { effectiveType: '4g', downlink: 1.55 })).toBe(false)
})

test.each([
  [358, {}],
  [1440, { saveData: true }],
  [1440, { effectiveType: '3g' }],
  [1440, { downlink: 1.2 }],
])('the small size is enough for %i pixels on the line %j', (pixels, connection) => {
  expect(isSmallEnough(pixels, connection)).toBe(true)
})
