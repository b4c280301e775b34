import { expect, test } from 'vitest'
import { minutesOf, sharesOf } from './drop-minutes.ts'

const at = (time: string): number => Date.parse(`2026-11-22T${time}Z`)
const minute = (time: string, orders: number) => ({ minute: new Date(at(time)).toISOString(), orders })

test('the chart goes on with the clock when no order comes any more', () => {
  const shown = minutesOf([minute('20:00:00', 4), minute('20:01:00', 2)], at('20:03:20'))
  expect(shown).toHaveLength(30)
  expect(shown.slice(-4).map(({ orders }) => orders)).toEqual([4, 2, 0, 0])
})

test('what is older than half an hour has left the chart', () => {
  expect(minutesOf([minute('20:00:00', 4)], at('20:30:00')).every(({ orders }) => orders === 0)).toBe(true)
})

test('sold, held and left are shares of all there was', () => {
  expect(sharesOf({ sold: 5, held: 2, onHand: 5 })).toEqual({ sold: 50, held: 20, left: 30 })
  expect(sharesOf({ sold: 0, held: 0, onHand: 0 })).toEqual({ sold: 0, held: 0, left: 0 })
})
