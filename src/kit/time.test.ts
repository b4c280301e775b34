import { describe, expect, it } from 'vitest'
import { countdown, plural, relative, timeNear } from './time.ts'

describe('times as people read them', () => {
  it('counts down by the second and never below zero', () => {
    expect(countdown(31 * 60_000 + 12_000)).toBe('0:31:12')
    expect(countdown(11_001)).toBe('0:00:12')
    expect(countdown(-5)).toBe('0:00:00')
    expect(countdown(26 * 3_600_000)).toBe('26:00:00')
    expect(countdown(49 * 3_600_000)).toBe('2 days')
  })

  it('says how long ago and how soon', () => {
    expect(relative(0, 119_000)).toBe('1 minute ago')
    expect(relative(7_200_000, 0)).toBe('in 2 hours')
    expect(plural(9871, 'reader')).toBe('9,871 readers')
  })

  it('leaves out the day when it is today, in the zone of the brand', () => {
    const now = Date.parse('2026-11-20T03:00:00Z')
    expect(timeNear('2026-11-20T01:15:00Z', now, 'America/New_York')).toBe('20:15')
    expect(timeNear('2026-11-20T06:15:00Z', now, 'America/New_York')).toBe('Fri 20 Nov, 01:15')
  })
})
