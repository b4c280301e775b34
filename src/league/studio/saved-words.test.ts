import { describe, expect, it } from 'vitest'
import type { DeskMatchJson } from '../wire.ts'
import { readersWords } from './readers-words.ts'
import { keepLocally, waitingHere } from './ruling-keep.ts'
import { emptyQueue, type Waiting } from './ruling-queue.ts'
import { savedWords } from './saved-words.ts'

const waiting = (id: string, madeAt: number): Waiting => ({ fact: { id, kind: 'start' }, madeAt, base: 0 })
const view = (made: number[], changes: { failures?: number; kept?: boolean } = {}) => ({
  match: {} as DeskMatchJson,
  queue: {
    ...emptyQueue,
    failures: changes.failures ?? 0,
    waiting: made.map((at, i) => waiting(`${i}`, at)),
  },
  kept: changes.kept ?? true,
})

describe('how it stands with what was ruled', () => {
  it('is said in words, with how much waits and since when', () => {
    expect(savedWords(view([]), 0)).toEqual({ words: 'All saved', tone: 'saved' })
    expect(savedWords(view([1000]), 1200).words).toBe('Saving…')
    expect(savedWords(view([1000, 2000, 3000], { failures: 2 }), 13_400).words).toBe(
      '3 rulings waiting, since 12 s',
    )
    expect(savedWords(view([0], { failures: 9 }), 125_000).words).toBe('1 ruling waiting, since 2 min')
    expect(savedWords(view([0], { kept: false }), 1000).words).toContain('do not close this tab')
  })
})

const entries = new Map<string, string>()
const storage = {
  get length() {
    return entries.size
  },
  key: (i: number) => [...entries.keys()][i] ?? null,
  getItem: (name: string) => entries.get(name) ?? null,
  setItem: (name: string, text: string) => void entries.set(name, text),
  removeItem: (name: string) => void entries.delete(name),
} as unknown as Storage

describe('what a browser keeps', () => {
  it('is found again by its match, and nothing else of this browser is taken for it', () => {
    entries.set('pressbox:story:7', '{}')
    entries.set('pressbox:ruling:m1:broken', '{"fact":')
    expect(waitingHere(storage)).toEqual([])
    keepLocally('m1', storage).put(waiting('b', 20))
    keepLocally('m1', storage).put(waiting('a', 10))
    keepLocally('m2', storage).put(waiting('c', 30))
    expect(
      keepLocally('m1', storage)
        .all()
        .map(({ fact }) => fact.id),
    ).toEqual(['a', 'b'])
    expect(waitingHere(storage)).toEqual([
      { matchId: 'm1', count: 2, since: 10 },
      { matchId: 'm2', count: 1, since: 30 },
    ])
    expect(waitingHere(null)).toEqual([])
  })
})

describe('what readers see, in words', () => {
  const match = (changes: Partial<DeskMatchJson>): DeskMatchJson =>
    ({ draft: false, heldUntil: null, publicPoints: [6, 6], heldBack: 0, zone: 'UTC', facts: [], ...changes }) as DeskMatchJson // prettier-ignore
  const fact = (at: number, publicAt: number) =>
    ({
      at: new Date(at).toISOString(),
      publicAt: new Date(publicAt).toISOString(),
    }) as DeskMatchJson['facts'][number]

  it.each<[string, Partial<DeskMatchJson>]>([
    ['Readers see nothing: it is a draft', { draft: true }],
    ['Readers see no result until 1 Jan 1970, 01:00', { heldUntil: '1970-01-01T01:00:00.000Z' }],
    ['Readers see no score yet', { publicPoints: null }],
    ['Readers see it begin in 8 s', { publicPoints: null, heldBack: 1, facts: [fact(0, 18_000)] }],
    ['Readers see 6 – 6, more in 8 s', { heldBack: 1, facts: [fact(0, 18_000)] }],
    ['Readers see 6 – 6, 5 s later than you', { facts: [fact(0, 5000)] }],
    ['Readers see 6 – 6', { facts: [fact(0, 0)] }],
  ])('%s', (words, changes) => {
    expect(readersWords(match(changes), 10_000)).toBe(words)
  })
})
