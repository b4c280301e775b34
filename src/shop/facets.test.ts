import { expect, test } from 'vitest'
import {
  chosenBy,
  facetKey,
  facetQuery,
  NO_FACET,
  parseFacet,
  parseFacetKey,
  sizeFacet,
  typeFacet,
} from './facets.ts'

const sized = (type: string, typeSlug: string, sizes: string[]) => ({
  type,
  typeSlug,
  options: sizes.length > 0 ? [{ name: 'Size', values: sizes }] : [],
})
const ALL = [
  sized('T-Shirts', 't-shirts', ['S', 'M', 'XL']),
  sized('Hoodies', 'hoodies', ['M', 'L']),
  sized('T-Shirts', 't-shirts', ['M']),
  sized('Flags', 'flags', []),
]

test('each value says how many it would leave, given what else is chosen', () => {
  expect(typeFacet(ALL, NO_FACET).map(({ label, count }) => [label, count])).toEqual([
    ['T-Shirts', 2],
    ['Hoodies', 1],
    ['Flags', 1],
  ])
  expect(typeFacet(ALL, { type: 'hoodies', size: 'xl' }).map(({ count }) => count)).toEqual([1, 0, 0])
  expect(sizeFacet(ALL, { type: 't-shirts', size: null }).map(({ slug, count }) => [slug, count])).toEqual([
    ['s', 1],
    ['m', 2],
    ['xl', 1],
    ['l', 0],
  ])
})

test('what is chosen has both the type and the size', () => {
  expect(chosenBy(ALL, { type: 't-shirts', size: 'm' })).toHaveLength(2)
  expect(chosenBy(ALL, { type: 'flags', size: 'm' })).toHaveLength(0)
  expect(chosenBy(ALL, NO_FACET)).toHaveLength(4)
})

test('a facet stands in an address and in the key of a region, and nothing else passes for one', () => {
  const id = '0198f000-0000-7000-8000-000000000001'
  for (const facet of [
    NO_FACET,
    { type: 'hats', size: null },
    { type: null, size: 'm' },
    { type: 'hats', size: 'm' },
  ]) {
    expect(parseFacetKey(facetKey(id, facet))).toEqual({ id, facet })
    const query = Object.fromEntries(new URLSearchParams(facetQuery(facet)))
    expect(parseFacet(query)).toEqual(facet)
  }
  for (const bad of ['Hats', '../x', '"><script>', 'a'.repeat(41)])
    expect(parseFacet({ type: bad })).toBeNull()
})
