import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastOf, contrastsOf, derive, mix } from './palette.ts'
import { Brand } from './wire.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('black on white has the contrast 21, a colour on itself 1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastOf('#ff5a1f', '#FF5A1F')).toBeCloseTo(1)
})

test('the house colours pass in light and dark', () => {
  expect(contrastsOf(Brand.parse({})).filter(({ passes }) => !passes)).toEqual([])
})

test('a pale mute fails and is named', () => {
  const brand = Brand.parse({})
  const failed = contrastsOf({ ...brand, colours: { ...brand.colours, mute: '#CCCCCC' } })
  expect(failed.filter(({ passes }) => !passes).map(({ scheme, pair }) => [scheme, pair])).toEqual([
    ['light', 'mute on paper'],
  ])
})

test('contrast does not care which colour is on top, and lies between 1 and 21', () => {
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(contrastOf(a, b)).toBeCloseTo(contrastOf(b, a))
      expect(contrastOf(a, b)).toBeGreaterThanOrEqual(1)
      expect(contrastOf(a, b)).toBeLessThanOrEqual(21)
    }),
  )
})

test('what is written on hot is the better readable of ink and paper, whatever hot is', () => {
  const { colours } = Brand.parse({})
  fc.assert(
    fc.property(colour, (hot) => {
      const { onHot } = derive({ ...colours, hot })
      const best = Math.max(contrastOf(colours.ink, hot), contrastOf(colours.paper, hot))
      expect(contrastOf(onHot, hot)).toBeCloseTo(best)
    }),
  )
})

test('hot as huge letters can be read on paper, whatever hot is, and stays as it is where it can', () => {
  const { colours } = Brand.parse({})
  fc.assert(
    fc.property(colour, (hot) => {
      const { hotLarge } = derive({ ...colours, hot })
      expect(contrastOf(hotLarge, colours.paper)).toBeGreaterThanOrEqual(3)
      if (contrastOf(hot, colours.paper) >= 3.1) expect(hotLarge).toBe(hot)
    }),
  )
})

test('a mix of a colour with itself is that colour', () => {
  expect(mix('#ff5a1f', '#ff5a1f', 0.3)).toBe('#ff5a1f')
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
})
