import { describe, expect, it } from 'vitest'
import { clockOf, exactClock, lengthOf, parseClock, spokenClock } from './media-time.ts'

describe('times of a video', () => {
  it.each([
    [0, '0:00', '0:00.000'],
    [19_040, '0:19', '0:19.040'],
    [59_999.6, '0:59', '1:00.000'],
    [725_005, '12:05', '12:05.005'],
    [3_725_250, '1:02:05', '1:02:05.250'],
    [-5, '0:00', '0:00.000'],
  ])('says %d ms as %s and %s', (ms, short, exact) => {
    expect(clockOf(ms)).toBe(short)
    expect(exactClock(ms)).toBe(exact)
  })

  it('rounds a length, which a moment is not', () => {
    expect(lengthOf(6960)).toBe('0:07')
    expect(lengthOf(6400)).toBe('0:06')
  })

  it.each([
    ['19', 19_000],
    ['19.5', 19_500],
    ['19,04', 19_040],
    ['0:19.040', 19_040],
    ['1:02', 62_000],
    [' 1:02:05.250 ', 3_725_250],
    ['90', 90_000],
    ['120:00', 7_200_000],
  ])('reads %j', (typed, ms) => {
    expect(parseClock(typed)).toBe(ms)
  })

  it.each(['', 'soon', '1:60', '1:60:00', '1:2:3:4', '-1', '1.2345', '1:', ':5', '1e3', '0x10'])(
    'does not take %j for a time',
    (typed) => {
      expect(parseClock(typed)).toBeNull()
    },
  )

  it('reads again what it wrote', () => {
    for (const ms of [0, 1, 999, 1000, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999])
      expect(parseClock(exactClock(ms))).toBe(ms)
  })

  it('says a time to who hears it', () => {
    expect(spokenClock(19_040)).toBe('19 seconds')
    expect(spokenClock(62_500)).toBe('1 minute 2.5 seconds')
    expect(spokenClock(3_600_000)).toBe('1 hour')
    expect(spokenClock(0)).toBe('0 seconds')
  })
})
