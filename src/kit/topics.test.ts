import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concerns } from './topics.ts'

const topic = fc.stringMatching(/^[a-z]{1,8}(:[a-z0-9]{1,8})?$/)

describe('which queries a changed topic concerns', () => {
  it('finds exact names and whole families, and nothing else', () => {
    const changed = new Set(['desk:stories', 'event:7'])
    expect(concerns(['desk:stories'], changed)).toBe(true)
    expect(concerns(['event:*'], changed)).toBe(true)
    expect(concerns(['event:8', 'promos'], changed)).toBe(false)
    expect(concerns([], changed)).toBe(false)
  })

  it('a query is always concerned by each of its own topics, and never by an empty change', () => {
    fc.assert(
      fc.property(fc.uniqueArray(topic, { minLength: 1 }), fc.nat(), (topics, pick) => {
        const one = topics[pick % topics.length] ?? ''
        expect(concerns(topics, new Set([one]))).toBe(true)
        expect(concerns(topics, new Set())).toBe(false)
      }),
    )
  })
})
