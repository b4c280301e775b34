import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePromo, isOpen, stateOf, timelineOf, type Window } from './promo.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 3, 1, 20, minute))
const promo = (id: string, from: number, until: number | null, more: Partial<Window> = {}): Window => ({
  id,
  opensAt: at(from),
  closesAt: until === null ? null : at(until),
  priority: 10,
  announced: true,
  paused: false,
  ...more,
})
const drawn = (promos: Window[], now: Date) =>
  timelineOf(promos, now).map(({ promo: { id }, from, until }) => [
    id,
    from?.getMinutes() ?? null,
    until?.getMinutes() ?? null,
  ])

test('a promo is open from its first instant up to, not including, its last', () => {
  const one = promo('a', 10, 20)
  expect([at(9), at(10), at(19), at(20)].map((now) => isOpen(one, now))).toEqual([false, true, true, false])
})

test('the highest priority has the band, of equals the one that opened last', () => {
  const [low, high, late] = [
    promo('low', 0, 60),
    promo('high', 5, 30, { priority: 50 }),
    promo('late', 8, 60),
  ]
  expect(choosePromo([low, high, late], at(10))?.id).toBe('high')
  expect(choosePromo([low, high, late], at(40))?.id).toBe('late')
  expect(choosePromo([low, high, late], at(2))?.id).toBe('low')
})

test('a more important promo interrupts another, which then comes back', () => {
  const timeline = drawn([promo('a', 0, 50), promo('b', 10, 20, { priority: 20 })], at(5))
  expect(timeline).toEqual([
    ['a', null, 10],
    ['b', 10, 20],
    ['a', 20, 50],
  ])
})

test('what is not announced is not in the timeline before it opens', () => {
  const secret = promo('secret', 10, 20, { announced: false, priority: 99 })
  expect(drawn([promo('a', 0, 50), secret], at(5))).toEqual([['a', null, 50]])
  expect(drawn([promo('a', 0, 50), secret], at(10))).toEqual([
    ['secret', null, 20],
    ['a', 20, 50],
  ])
})

test('a paused promo has no face, and one without an end has an open one', () => {
  expect(drawn([promo('a', 0, null), promo('b', 0, 30, { paused: true, priority: 90 })], at(5))).toEqual([
    ['a', null, null],
  ])
})

test('promos of the past leave an empty timeline', () => {
  expect(timelineOf([promo('a', 0, 10)], at(10))).toEqual([])
})

test('the studio says of each promo what it does now', () => {
  const all = [promo('a', 0, 50), promo('b', 0, 40, { priority: 99 }), promo('c', 30, 50), promo('d', 0, 5)]
  const shown = choosePromo(all, at(10))
  expect(all.map((one) => stateOf(one, shown, at(10)))).toEqual(['outranked', 'showing', 'coming', 'over'])
  expect(stateOf(promo('e', 0, 50, { paused: true }), null, at(10))).toBe('paused')
})

const anyPromo = fc
  .record({
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.option(fc.integer({ min: 1, max: 30 })),
    priority: fc.integer({ min: 0, max: 3 }),
    announced: fc.boolean(),
    paused: fc.boolean(),
  })
  .map(({ from, length, ...rest }) => ({ from, until: length === null ? null : from + length, rest }))
const anyPromos = fc
  .array(anyPromo, { maxLength: 8 })
  .map((list) => list.map(({ from, until, rest }, i) => promo(`p${i}`, from, until, rest)))

test('at every later minute the timeline shows what the rule would choose among what is known', () => {
  fc.assert(
    fc.property(
      anyPromos,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 50 }),
      (promos, now, later) => {
        const known = promos.filter((one) => one.announced || one.opensAt <= at(now))
        const shown = timelineOf(promos, at(now)).filter(
          ({ from, until }) => (!from || from <= at(now + later)) && (!until || at(now + later) < until),
        )
        expect(shown.length).toBeLessThanOrEqual(1)
        expect(shown[0]?.promo.id ?? null).toBe(choosePromo(known, at(now + later))?.id ?? null)
      },
    ),
  )
})
