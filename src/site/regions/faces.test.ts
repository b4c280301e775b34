import { expect, test } from 'vitest'
import { faceTimes, fillGaps } from './faces.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 3, 1, 20, minute))
const quiet = { quiet: true }
const filled = (...faces: [number | null, number | null][]) =>
  fillGaps(
    faces.map(([from, until]) => ({
      quiet: false,
      from: from === null ? null : at(from),
      until: until === null ? null : at(until),
    })),
    (times) => ({ ...quiet, ...times }),
  ).map(({ quiet: isQuiet, from, until }) => [
    isQuiet,
    from?.getMinutes() ?? null,
    until?.getMinutes() ?? null,
  ])

test('without faces there is one quiet face for all time', () => {
  expect(filled()).toEqual([[true, null, null]])
})

test('gaps before, between and after faces are filled', () => {
  expect(filled([10, 20], [30, 40])).toEqual([
    [true, null, 10],
    [false, 10, 20],
    [true, 20, 30],
    [false, 30, 40],
    [true, 40, null],
  ])
})

test('faces that follow each other get nothing in between', () => {
  expect(filled([null, 20], [20, null])).toEqual([
    [false, null, 20],
    [false, 20, null],
  ])
})

test('a face to come is hidden and says in milliseconds when it holds', () => {
  expect(faceTimes({ from: at(1), until: null }).toString()).toBe(`data-from="${at(1).getTime()}" hidden`)
  expect(faceTimes({ from: null, until: at(2) }).toString()).toBe(`data-until="${at(2).getTime()}"`)
})
