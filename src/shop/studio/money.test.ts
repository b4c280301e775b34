import { expect, test } from 'vitest'
import { currencySign, fieldText, moneyText, parseMoney, parsePercent, percentText } from './money.ts'

test.each([
  ['28', 2800],
  ['28.5', 2850],
  ['28.50', 2850],
  ['28,50', 2850],
  ['.99', 99],
  ['0', 0],
  ['19.99', 1999],
  ['1.10', 110],
  ['$28.00', 2800],
  ['28 USD', 2800],
  [' 28 ', 2800],
  ['1,234.50', 123_450],
  ['1.234,50', 123_450],
  ["1'234.50", 123_450],
  ['1,234', 123_400],
  ['1000000', 100_000_000],
])('%s is %i cents', (typed, minor) => {
  expect(parseMoney('USD', typed)).toBe(minor)
})

test.each(['', ' ', '.', '-5', '28.505', '1,23,4', 'free', '12a', '1e3', '2 8', '99999999999999999'])(
  '"%s" is no sum of dollars',
  (typed) => {
    expect(parseMoney('USD', typed)).toBeNull()
  },
)

test('a currency without cents takes none, and reads a point as thousands', () => {
  expect(parseMoney('JPY', '2,800')).toBe(2800)
  expect(parseMoney('JPY', '2800')).toBe(2800)
  expect(parseMoney('JPY', '28.5')).toBeNull()
})

test('a currency of a thousand parts takes three digits', () => {
  expect(parseMoney('KWD', '1.250')).toBe(1250)
  expect(parseMoney('KWD', '1.25')).toBe(1250)
})

test('what a field shows is read as the same sum again', () => {
  for (const [currency, minor] of [
    ['USD', 1999],
    ['USD', 0],
    ['JPY', 2800],
    ['KWD', 1255],
  ] as const)
    expect(parseMoney(currency, fieldText(currency, minor))).toBe(minor)
  expect(moneyText('USD', 2800)).toBe('$28.00')
  expect(currencySign('USD')).toBe('$')
})

test('a percentage has two digits after its point and is at most a hundred', () => {
  expect(parsePercent('6.25')).toBe(625)
  expect(parsePercent('6,2')).toBe(620)
  expect(parsePercent('19 %')).toBe(1900)
  expect(parsePercent('100')).toBe(10_000)
  for (const wrong of ['', '100.01', '6.255', '-1', 'a lot']) expect(parsePercent(wrong)).toBeNull()
  expect(percentText(625)).toBe('6.25')
})
