import { describe, expect, it } from 'vitest'
import { Problem, problemFrom, sentenceOf } from './problem.ts'

describe('problems', () => {
  it('shows the sentence that the server sent', () => {
    const problem = problemFrom(
      412,
      JSON.stringify({
        type: '/problems/stale',
        detail: 'Look at the other version.',
        current: { revision: 4 },
      }),
    )
    expect(problem).toMatchObject({ kind: 'stale', status: 412, message: 'Look at the other version.' })
    expect(problem.extra['current']).toEqual({ revision: 4 })
  })

  it.each(['', '<html>502</html>', 'null', '[]', '{"detail":7}'])(
    'has a sentence for the answer %j',
    (text) => {
      expect(problemFrom(502, text).message).toContain('502')
    },
  )

  it('says nothing technical of an unexpected error', () => {
    expect(sentenceOf(new TypeError('x is not a function'))).not.toContain('function')
    expect(sentenceOf(new Problem('forbidden', 'Ask an owner.', 403))).toBe('Ask an owner.')
  })
})
