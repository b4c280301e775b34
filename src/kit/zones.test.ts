import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fromWallClock, spanProblem, toWallClock } from './zones.ts'

const NEW_YORK = 'America/New_York'

describe('wall clocks', () => {
  it('is read in the zone that was chosen', () => {
    expect(fromWallClock('2026-11-20T20:15', NEW_YORK)).toBe('2026-11-21T01:15:00.000Z')
    expect(fromWallClock('2026-07-20T20:15', NEW_YORK)).toBe('2026-07-21T00:15:00.000Z')
  })

  it('has no instant in the hour that daylight saving skips', () => {
    expect(fromWallClock('2026-03-08T02:30', NEW_YORK)).toBeNull()
    expect(fromWallClock('2026-03-08T03:00', NEW_YORK)).toBe('2026-03-08T07:00:00.000Z')
  })

  it('takes the first of an hour that comes twice', () => {
    expect(fromWallClock('2026-11-01T01:30', NEW_YORK)).toBe('2026-11-01T05:30:00.000Z')
  })

  it('is none for what is no time', () => {
    expect(fromWallClock('', NEW_YORK)).toBeNull()
  })

  it('comes back the same from any minute of the year in any of these zones', () => {
    const start = Date.UTC(2026, 0, 1) / 60_000
    const zone = fc.constantFrom(NEW_YORK, 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
    fc.assert(
      fc.property(fc.integer({ min: start, max: start + 525_600 }), zone, (minute, name) => {
        const wall = toWallClock(minute * 60_000, name)
        const back = fromWallClock(wall, name)
        expect(back).not.toBeNull()
        expect(toWallClock(back ?? '', name)).toBe(wall)
      }),
    )
  })
})

test('what opens closes later, by the clocks of its zone', () => {
  const span = { zone: NEW_YORK, from: '2026-11-20T20:15', until: '2026-11-20T20:16' }
  expect(spanProblem(span)).toBeNull()
  expect(spanProblem({ ...span, until: '' })).toBeNull()
  expect(spanProblem({ ...span, until: span.from })).toMatch(/before it opens/)
  expect(spanProblem({ ...span, from: '2027-03-14T02:30:00', until: '' })).toMatch(/when it opens/)
})
