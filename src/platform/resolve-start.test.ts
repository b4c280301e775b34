import { describe, expect, it } from 'vitest'
import { resolveStart } from './resolve-start.ts'

const starts = (wall: string, zone: string, which?: 'earlier' | 'later'): string =>
  resolveStart({ wall, zone, ...(which && { which }) }).startsAt.toISOString()

describe('a start on a wall clock', () => {
  it('is an instant in its zone, in summer and in winter', () => {
    expect(starts('2026-07-01T20:00', 'America/Chicago')).toBe('2026-07-02T01:00:00.000Z')
    expect(starts('2026-12-01T20:00', 'America/Chicago')).toBe('2026-12-02T02:00:00.000Z')
  })

  it('is refused in the hour that daylight saving skips', () => {
    expect(() => starts('2026-03-08T02:30', 'America/New_York')).toThrow('skip 02:30')
  })

  it('in the hour that comes twice is the first, or the one that was chosen', () => {
    expect(starts('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(starts('2026-11-01T01:30', 'America/New_York', 'later')).toBe('2026-11-01T06:30:00.000Z')
  })

  it.each([
    ['2026-02-30T20:00', 'UTC', 'no such time as 2026-02-30T20:00'],
    ['2026-02-01T25:00', 'UTC', 'no such time as 2026-02-01T25:00'],
    ['2026-02-01T20:00', 'Mars/Olympus', 'not a time zone'],
    ['1812-02-01T20:00', 'UTC', 'between'],
  ])('%s in %s is refused in words', (wall, zone, words) => {
    expect(() => starts(wall, zone)).toThrow(words)
  })
})
