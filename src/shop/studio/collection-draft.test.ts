import { expect, test } from 'vitest'
import type { DeskCollectionJson } from '../wire.ts'
import { draftOf, newCollection, toInput } from './collection-draft.ts'

const NOW = Date.parse('2026-11-22T18:20:00Z')

test('a new collection opens at the next full hour, for a week, in the zone of the house', () => {
  const { from, until } = newCollection(NOW, 'America/New_York')
  expect([from, until]).toEqual(['2026-11-22T14:00:00', '2026-11-29T14:00:00'])
})

test('what is not changed is sent as it is', () => {
  const collection: DeskCollectionJson = {
    id: 'c',
    revision: 1,
    slug: 'winter',
    path: '/collections/winter',
    title: 'Winter',
    description: '',
    cover: null,
    zone: 'Europe/Oslo',
    from: '2026-11-22T20:00:00',
    until: null,
    announced: true,
    opensAt: '2026-11-22T19:00:00.000Z',
    closesAt: null,
    paused: false,
    phase: 'announced',
    products: [{ id: 'p', title: 'Tee', type: 'T-Shirts', state: 'hidden', left: 3 }],
  }
  expect(toInput(draftOf(collection))).toEqual({
    title: 'Winter',
    slug: 'winter',
    description: '',
    cover: null,
    zone: 'Europe/Oslo',
    from: '2026-11-22T20:00:00',
    until: null,
    announced: true,
    products: ['p'],
  })
})
