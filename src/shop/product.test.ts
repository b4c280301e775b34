import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CollectionWindow, isOpen, phaseOf } from './collection.ts'
import { isForSale, productState } from './product.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 17, 20, minute))
const aWindow = (
  from: number,
  until: number | null,
  more: Partial<CollectionWindow> = {},
): CollectionWindow => ({
  opensAt: at(from),
  closesAt: until === null ? null : at(until),
  announced: true,
  paused: false,
  ...more,
})
const pieces = (onHand: number, held = 0) => ({
  retired: false,
  stock: { onHand, held, stocked: onHand, revision: 1 },
})
const shirt = { status: 'for-sale' as const, variants: [pieces(3)] }

test('a collection is open from its first instant up to, not including, its last', () => {
  const drop = aWindow(10, 20)
  expect([at(9), at(10), at(19), at(20)].map((now) => isOpen(drop, now))).toEqual([false, true, true, false])
  expect([at(9), at(10), at(20)].map((now) => phaseOf(drop, now))).toEqual(['announced', 'open', 'closed'])
  expect(phaseOf({ ...drop, announced: false }, at(9))).toBe('hidden')
})

test('a product lives by its collections: hidden, for sale, paused, over', () => {
  const drop = aWindow(10, 20)
  expect(productState(shirt, [drop], at(9))).toBe('hidden')
  expect(productState(shirt, [drop], at(10))).toBe('on-sale')
  expect(productState(shirt, [{ ...drop, paused: true }], at(10))).toBe('paused')
  expect(productState(shirt, [drop], at(20))).toBe('archived')
  expect(productState(shirt, [], at(0))).toBe('on-sale')
})

test('one pause stops a product that other collections would sell, and shows nothing before its time', () => {
  const paused = aWindow(10, 20, { paused: true })
  expect(productState(shirt, [paused, aWindow(0, null)], at(12))).toBe('paused')
  expect(productState(shirt, [paused, aWindow(0, null)], at(5))).toBe('on-sale')
  expect(productState(shirt, [paused], at(5))).toBe('hidden')
})

test('what nobody can take is sold out: none left, all held, or all retired', () => {
  const of = (variants: ReturnType<typeof pieces>[]) => productState({ ...shirt, variants }, [], at(0))
  expect(of([pieces(0), pieces(1)])).toBe('on-sale')
  expect(of([pieces(0)])).toBe('sold-out')
  expect(of([pieces(2, 2)])).toBe('sold-out')
  expect(of([{ ...pieces(2), retired: true }])).toBe('sold-out')
})

const anyWindow = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.option(fc.integer({ min: 1, max: 20 })),
    announced: fc.boolean(),
    paused: fc.boolean(),
  })
  .map(({ from, length, ...more }) => aWindow(from, length === null ? null : from + length, more))
const anyStatus = fc.constantFrom('draft' as const, 'for-sale' as const, 'archived' as const)

test('whatever its collections are, nothing is seen before the first of them opens, and nothing is sold unless one is open', () => {
  fc.assert(
    fc.property(
      fc.array(anyWindow, { maxLength: 4 }),
      anyStatus,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      (windows, status, count, minute) => {
        const now = at(minute)
        const state = productState({ status, variants: [pieces(count)] }, windows, now)
        const opened = windows.length === 0 || windows.some(({ opensAt }) => opensAt <= now)
        expect(state === 'hidden').toBe(status === 'draft' || !opened)
        const sold = windows.filter((each) => isOpen(each, now))
        const mayBeSold =
          status === 'for-sale' &&
          (windows.length === 0 || (sold.length > 0 && sold.every(({ paused }) => !paused)))
        expect(isForSale(state)).toBe(mayBeSold)
        expect(state === 'on-sale').toBe(mayBeSold && count > 0)
      },
    ),
  )
})
