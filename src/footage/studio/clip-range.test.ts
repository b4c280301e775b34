import { describe, expect, it } from 'vitest'
import { handleStep, markIn, markOut, moveEnd, rangeProblem, ViewKeeper, windowAround } from './clip-range.ts'

const DURATION = 60_000
const NONE = { from: null, to: null }

describe('in and out', () => {
  it('are marked at the playhead, in either order', () => {
    expect(markOut(markIn(NONE, 5000.4, DURATION), 9000, DURATION)).toEqual({ from: 5000, to: 9000 })
    expect(markIn(markOut(NONE, 9000, DURATION), 5000, DURATION)).toEqual({ from: 5000, to: 9000 })
  })

  it('forget the other end where it would come first', () => {
    expect(markIn({ from: 1000, to: 5000 }, 8000, DURATION)).toEqual({ from: 8000, to: null })
    expect(markOut({ from: 5000, to: 9000 }, 2000, DURATION)).toEqual({ from: null, to: 2000 })
  })

  it('stay within the master and half a second apart when a handle is moved', () => {
    const range = { from: 5000, to: 9000 }
    expect(moveEnd(range, 'from', 20_000, DURATION)).toEqual({ from: 8500, to: 9000 })
    expect(moveEnd(range, 'from', -Infinity, DURATION)).toEqual({ from: 0, to: 9000 })
    expect(moveEnd(range, 'to', 0, DURATION)).toEqual({ from: 5000, to: 5500 })
    expect(moveEnd(range, 'to', Infinity, DURATION)).toEqual({ from: 5000, to: DURATION })
  })

  it('say what is missing', () => {
    expect(rangeProblem(NONE, DURATION)).toContain('begins')
    expect(rangeProblem({ from: 0, to: null }, DURATION)).toContain('press O')
    expect(rangeProblem({ from: null, to: 5 }, DURATION)).toContain('press I')
    expect(rangeProblem({ from: 1000, to: 1200 }, DURATION)).toContain('half a second')
    expect(rangeProblem({ from: 1000, to: 61_000 }, DURATION)).toBe('The footage ends at 1:00.')
    expect(rangeProblem({ from: 0, to: 1_200_001 }, 3_600_000)).toContain('20 minutes')
    expect(rangeProblem({ from: 1000, to: 1500 }, DURATION)).toBeNull()
  })
})

it('moves a handle by a frame, with Shift by a second', () => {
  expect(handleStep('ArrowRight', false, 40)).toBe(40)
  expect(handleStep('ArrowLeft', true, 40)).toBe(-1000)
  expect(handleStep('Home', false, 40)).toBe(-Infinity)
  expect(handleStep('x', false, 40)).toBeNull()
})

describe('the part of the master in view', () => {
  it('is all of a short one', () => {
    expect(windowAround(NONE, 0, DURATION)).toEqual([0, DURATION])
  })
  it('is what lies around the clip in a long one, never beyond its ends', () => {
    expect(windowAround({ from: 600_000, to: 610_000 }, 0, 3_600_000)).toEqual([545_000, 665_000])
    expect(windowAround(NONE, 0, 3_600_000)).toEqual([0, 120_000])
    expect(windowAround({ from: 3_590_000, to: null }, 0, 3_600_000)).toEqual([3_480_000, 3_600_000])
    expect(windowAround({ from: 0, to: 3_600_000 }, 0, 3_600_000)).toEqual([0, 3_600_000])
  })

  it('stays while a handle is dragged within it, and follows what leaves it', () => {
    const keeper = new ViewKeeper(3_600_000)
    const view = keeper.viewOf({ from: 600_000, to: 610_000 }, 0)
    expect(view).toEqual([545_000, 665_000])
    expect(keeper.viewOf({ from: 545_000, to: 610_000 }, 0)).toBe(view)
    expect(keeper.viewOf({ from: 545_000, to: 665_000 }, 3_000_000)).toBe(view)
    expect(keeper.viewOf({ from: 900_000, to: null }, 0)).toEqual([840_000, 960_000])
  })

  it('follows the playhead while nothing is marked, a part at a time', () => {
    const keeper = new ViewKeeper(3_600_000)
    const view = keeper.viewOf(NONE, 0)
    expect(keeper.viewOf(NONE, 119_000)).toBe(view)
    expect(keeper.viewOf(NONE, 121_000)).toEqual([61_000, 181_000])
  })
})
