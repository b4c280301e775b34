import { expect, it } from 'vitest'
import { Problem } from '../../kit/problem.ts'
import { usesIn } from './uses.ts'

it('reads where something is used from a refusal, and nothing from anything else', () => {
  const refused = (extra: Record<string, unknown>) => usesIn(new Problem('conflict', 'In use.', 409, extra))
  const use = { title: 'The rink cam video', path: '/studio/stories/7' }
  expect(refused({ uses: [use, { title: 7 }, null, 'x'] })).toEqual([use])
  expect(refused({ uses: 'everywhere' })).toEqual([])
  expect(refused({})).toEqual([])
})
