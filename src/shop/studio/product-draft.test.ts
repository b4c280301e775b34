import { expect, test } from 'vitest'
import type { DeskProductJson } from '../wire.ts'
import { draftOf, firstPieces, newProduct, problemOf, takenOff, toInput } from './product-draft.ts'
import { keyOf, newVariant } from './variants.ts'

const stock = { onHand: 5, held: 0, left: 5, revision: 1 }
const variant = (id: string, choice: string[], priceMinor = 2800, retired = false) => ({
  id,
  choice,
  priceMinor,
  retired,
  stock,
  sku: `TEE-${choice.join('-')}${retired ? '-OLD' : ''}`,
  weightGrams: 180,
})
const tee: DeskProductJson = {
  id: 'p',
  revision: 3,
  slug: 'tee',
  path: '/products/tee',
  title: 'Tee',
  type: 'T-Shirts',
  description: '',
  pictures: [],
  preview: null,
  status: 'for-sale',
  state: 'on-sale',
  currency: 'USD',
  options: [{ name: 'Size', values: ['S', 'M', 'L'] }],
  variants: [variant('s', ['S']), variant('m', ['M']), variant('l', ['L'], 3200)],
  collections: [],
}

test('a product that is not changed is sent as it is', () => {
  const sent = toInput(draftOf(tee), 'USD')
  expect(sent.variants).toEqual(
    tee.variants.map(({ id, sku, choice, priceMinor, weightGrams }) => ({
      id,
      sku,
      choice,
      priceMinor,
      weightGrams,
    })),
  )
  expect(sent.options).toEqual(tee.options)
  expect(takenOff(tee, draftOf(tee))).toEqual([])
})

test('one price changes all that have no price of their own', () => {
  const sent = toInput({ ...draftOf(tee), price: '30' }, 'USD')
  expect(sent.variants.map(({ priceMinor }) => priceMinor)).toEqual([3000, 3000, 3200])
})

test('where no price is the most common, the lowest is that of all', () => {
  const product = { ...tee, variants: [variant('s', ['S'], 3050), variant('m', ['M'], 2900)] }
  expect(draftOf(product).price).toBe('29.00')
})

test('a choice that was taken out is not sold again by saving something else', () => {
  const product = { ...tee, variants: [variant('s', ['S']), variant('m', ['M'], 2800, true)] }
  expect(toInput(draftOf(product), 'USD').variants.map(({ id }) => id)).toEqual(['s'])
})

test('a variant that is sold stands for its choice, whatever was taken out before it', () => {
  const product = { ...tee, variants: [variant('s', ['S']), variant('old', ['S'], 2800, true)] }
  expect(toInput(draftOf(product), 'USD').variants.map(({ id }) => id)).toEqual(['s'])
})

test('what a change takes off sale is named', () => {
  const draft = { ...draftOf(tee), options: [{ name: 'Size', values: ['S', 'XL'] }] }
  expect(takenOff(tee, draft)).toEqual(['M', 'L'])
  expect(toInput(draft, 'USD').variants.map(({ id, sku }) => id ?? sku)).toEqual(['s', 'TEE-XL'])
})

test('the first pieces are those of new variants that are sold', () => {
  const draft = {
    ...draftOf(tee),
    options: [{ name: 'Size', values: ['S', 'XL', 'XXL'] }],
    variants: {
      ...draftOf(tee).variants,
      [keyOf(['S'])]: { ...newVariant(), id: 's', pieces: '9' },
      [keyOf(['XL'])]: { ...newVariant(), pieces: '12' },
      [keyOf(['XXL'])]: { ...newVariant(), pieces: '7', sold: false },
    },
  }
  expect([...firstPieces(draft)]).toEqual([[keyOf(['XL']), 12]])
})

test('a product cannot be saved without a price, with too many variants, or with none', () => {
  const draft = { ...newProduct(), title: 'Tee', type: 'T-Shirts' }
  expect(problemOf(draft, 'USD')).toMatch(/price/)
  expect(problemOf({ ...draft, price: '28' }, 'USD')).toBeNull()
  const many = Array.from({ length: 11 }, (_, i) => `${i}`)
  const two = [
    { name: 'Size', values: many },
    { name: 'Colour', values: many },
  ]
  expect(problemOf({ ...draft, price: '28', options: two }, 'USD')).toMatch(/121 variants/)
  const none = { [keyOf([])]: { ...newVariant(), sold: false } }
  expect(problemOf({ ...draft, price: '28', variants: none }, 'USD')).toMatch(/at least one/)
  expect(problemOf({ ...draft, price: '28', options: [{ name: ' ', values: ['S'] }] }, 'USD')).toMatch(/name/)
})
