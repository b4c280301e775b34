import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cropBox,
  FORMATS,
  isOffered,
  parseRenditionName,
  RATIOS,
  renditionName,
  widthsOf,
} from './rendition.ts'

test('a rendition and its name are the same thing said twice', () => {
  const crop = fc.record({
    height: fc.integer({ min: 10, max: 9999 }),
    focalX: fc.integer({ min: 0, max: 100 }),
    focalY: fc.integer({ min: 0, max: 100 }),
  })
  const rendition = fc.record({
    width: fc.integer({ min: 10, max: 9999 }),
    crop: fc.option(crop),
    format: fc.constantFrom(...FORMATS),
  })
  fc.assert(
    fc.property(rendition, (one) => {
      expect(parseRenditionName(renditionName(one))).toEqual(one)
    }),
  )
})

test('a name that is not exactly ours is none', () => {
  for (const name of [
    '320',
    '320.png',
    '0320.jpg',
    '320x180.jpg',
    '320x180-050-50.jpg',
    '320.jpg ',
    '../320.jpg',
    '320x180-50-50-50.jpg',
  ])
    expect(parseRenditionName(name)).toBeNull()
})

test('no width beyond the original is offered, but the smallest always is', () => {
  expect(widthsOf({ width: 700, height: 500 })).toEqual([80, 160, 320, 480, 640])
  expect(widthsOf({ width: 10, height: 10 })).toEqual([80])
  expect(widthsOf({ width: 4000, height: 500 }, '1:1')).toEqual([80, 160, 320, 480])
})

test('only what the site itself asks for is made', () => {
  const picture = { width: 2000, height: 1000 }
  const offered = (name: string): boolean => {
    const rendition = parseRenditionName(name)
    return rendition !== null && isOffered(picture, rendition)
  }
  expect(['640.avif', '640x360-20-80.webp', '1200x630-50-50.jpg'].map(offered)).toEqual([true, true, true])
  expect(
    ['641.avif', '640x361-20-80.webp', '1200x630-50-50.avif', '1920x1080-50-50.jpg', '1200.jpg'].map(offered),
  ).toEqual([false, false, false, false, false])
})

test('a crop lies within the picture, has its shape, and holds the focal point', () => {
  const side = fc.integer({ min: 200, max: 9000 })
  const percent = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(
      side,
      side,
      percent,
      percent,
      fc.constantFrom(...Object.values(RATIOS)),
      (width, height, focalX, focalY, ratio) => {
        const box = cropBox({ width, height }, 640, { height: Math.round(640 / ratio), focalX, focalY })
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.top).toBeGreaterThanOrEqual(0)
        expect(box.left + box.width).toBeLessThanOrEqual(width)
        expect(box.top + box.height).toBeLessThanOrEqual(height)
        expect(box.width === width || box.height === height).toBe(true)
        expect(Math.abs(box.width / box.height - ratio)).toBeLessThan(0.03)
        const [x, y] = [(width * focalX) / 100, (height * focalY) / 100]
        expect(x).toBeGreaterThanOrEqual(box.left - 1)
        expect(x).toBeLessThanOrEqual(box.left + box.width + 1)
        expect(y).toBeGreaterThanOrEqual(box.top - 1)
        expect(y).toBeLessThanOrEqual(box.top + box.height + 1)
      },
    ),
  )
})
