import { expect, test } from 'vitest'
import { withChips } from './chips.ts'
import { choicesOf, keyOf, newVariant, rowsOf, suggestSku } from './variants.ts'

const SIZE = { name: 'Size', values: ['S', 'M'] }
const COLOUR = { name: 'Colour', values: ['Black', 'Bone', 'Red'] }

test('a product without options is one variant', () => {
  expect(choicesOf([])).toEqual([[]])
})

test('options make every combination, in the order of their values', () => {
  expect(choicesOf([SIZE, COLOUR])).toEqual([
    ['S', 'Black'],
    ['S', 'Bone'],
    ['S', 'Red'],
    ['M', 'Black'],
    ['M', 'Bone'],
    ['M', 'Red'],
  ])
})

test('an option that has no value yet makes no variants', () => {
  expect(choicesOf([SIZE, { name: 'Colour', values: [] }])).toEqual([['S'], ['M']])
})

test('what was typed of a variant stays with its choice when another value comes', () => {
  const medium = { ...newVariant(), id: 'a', price: '30' }
  const rows = rowsOf('Tee', [{ name: 'Size', values: ['S', 'M', 'L'] }], { [keyOf(['M'])]: medium })
  expect(rows.map(({ draft }) => draft.price)).toEqual(['', '30', ''])
})

test('a SKU is suggested of the title and the choice', () => {
  expect(suggestSku('Goal Horn T-Shirt', ['M'], [])).toBe('GOAL-HORN-T-SHIRT-M')
  expect(suggestSku('Čapka née', ['Größe 1'], [])).toBe('CAPKA-NEE-GROSSE-1')
  expect(suggestSku('角', [], [])).toBe('ITEM')
})

test('a suggested SKU is one that the shop takes, whatever the words', () => {
  const long = 'The longest name of any hoodie in the whole collection of this winter'
  expect(suggestSku(long, ['Extraordinarily large', 'Midnight'], [])).toMatch(/^[A-Z0-9][A-Z0-9-]{0,39}$/)
})

test('no two variants of a product are suggested the same SKU', () => {
  const options = [{ name: 'Colour', values: ['Midnight blue', 'Midnight black', 'Midnight'] }]
  const skus = rowsOf('Tee', options, {
    [keyOf(['Midnight'])]: { ...newVariant(), sku: 'tee-midnight' },
  }).map(({ draft, suggestedSku }) => (draft.sku || suggestedSku).toLowerCase())
  expect(new Set(skus).size).toBe(3)
})

test('chips come once each, from one word or from a pasted list', () => {
  expect(withChips(['S'], 'M, L;s,,XL ', 40)).toEqual(['S', 'M', 'L', 'XL'])
})
