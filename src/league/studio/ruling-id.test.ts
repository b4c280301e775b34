import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulingId } from './ruling-id.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('ids of rulings', () => {
  it('are UUIDs that sort in the order they were made, also when the clock stands or goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 42 }), bytes)), (makings) => {
        const ids: string[] = []
        for (const [now, randomness] of makings) ids.push(rulingId(now, randomness, ids.at(-1)))
        for (const id of ids) expect(id).toMatch(UUID_V7)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual([...ids].sort())
      }),
    )
  })

  it('go on into the next millisecond when one is full', () => {
    let id = ''
    const made = Array.from({ length: 5000 }, () => (id = rulingId(7, new Uint8Array(8), id)))
    expect(made).toEqual([...made].sort())
    expect(new Set(made).size).toBe(5000)
  })

  it('begin anew after an id of another kind', () => {
    expect(rulingId(1, new Uint8Array(8), 'not-an-id')).toBe('00000000-0001-7000-8000-000000000000')
  })
})
