import { expect, test } from 'vitest'
import { instantOf, wallOf } from './wall-clock.ts'

test('a wall-clock time is an instant in its zone, in summer and in winter', () => {
  expect(instantOf('2026-07-01T20:00', 'America/New_York').toISOString()).toBe('2026-07-02T00:00:00.000Z')
  expect(instantOf('2026-12-01T20:00', 'America/New_York').toISOString()).toBe('2026-12-02T01:00:00.000Z')
})

test('an hour that daylight saving skips is refused and named', () => {
  expect(() => instantOf('2026-03-08T02:30', 'America/New_York')).toThrow(/skip 02:30/)
})

test('an hour that occurs twice means its first pass', () => {
  expect(instantOf('2026-11-01T01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z')
})

test('an instant reads back as the wall clock that made it', () => {
  expect(wallOf(instantOf('2026-11-22T20:00:05', 'Europe/Berlin'), 'Europe/Berlin')).toBe(
    '2026-11-22T20:00:05',
  )
})

test.each(['2026-02-30T20:00', '2026-11-22T25:00', 'tonight', ''])('%j is no time and is refused', (wall) => {
  expect(() => instantOf(wall, 'Europe/Berlin')).toThrow(/no such time/)
})
