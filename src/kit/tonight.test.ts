import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTimeline, type TonightEntry } from './tonight.ts'

const NOW = Date.parse('2026-11-20T20:33:00Z')
const entry = (key: string, minutes: number, state: TonightEntry['state']): TonightEntry => ({
  key,
  at: new Date(NOW + minutes * 60_000).toISOString(),
  title: key,
  detail: '',
  state,
  to: '/',
})

describe('the timeline of Tonight', () => {
  it('merges what several modules have by time, what is on before what is to come', () => {
    const { before, after } = mergeTimeline(
      [
        [entry('game', -18, 'on'), entry('rematch', 90, 'coming')],
        [entry('story', -63, 'past'), entry('embargo', 57, 'coming')],
      ],
      NOW,
    )
    expect(before.map(({ key }) => key)).toEqual(['story', 'game'])
    expect(after.map(({ key }) => key)).toEqual(['embargo', 'rematch'])
  })

  it('keeps what is on however long ago it began, and of the rest only the last few', () => {
    const old = Array.from({ length: 9 }, (_, i) => entry(`past${i}`, -10 * (i + 1), 'past'))
    const { before } = mergeTimeline(
      [[entry('promo', -50_000, 'on')], old, [entry('ancient', -900, 'past')]],
      NOW,
    )
    expect(before.map(({ key }) => key)).toEqual(['promo', 'past2', 'past1', 'past0'])
  })

  it('leaves out what another entry stands for', () => {
    const match = { ...entry('match', -17, 'on'), standsFor: 'event' }
    const { before } = mergeTimeline([[entry('event', -18, 'on')], [match]], NOW)
    expect(before.map(({ key }) => key)).toEqual(['match'])
  })

  it('is in order, invents nothing and shows everything that is on', () => {
    const anyEntry = fc
      .record({
        minutes: fc.integer({ min: -2000, max: 2000 }),
        state: fc.constantFrom<TonightEntry['state'][]>('past', 'on', 'coming'),
      })
      .map(({ minutes, state }) => entry(`${state}${minutes}`, minutes, state))
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(anyEntry, { selector: ({ key }) => key })), (parts) => {
        const { before, after } = mergeTimeline(parts, NOW)
        const times = (list: TonightEntry[]) => list.map(({ at }) => Date.parse(at))
        expect(times(before)).toEqual(times(before).sort((a, b) => a - b))
        expect(times(after)).toEqual(times(after).sort((a, b) => a - b))
        const given = parts.flat()
        expect([...before, ...after].every((each) => given.includes(each))).toBe(true)
        expect(before.filter(({ state }) => state === 'on')).toHaveLength(
          given.filter(({ state }) => state === 'on').length,
        )
      }),
    )
  })
})
