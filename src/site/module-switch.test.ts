import { expect, test } from 'vitest'
import { isOn, reachableLinks } from './module-switch.ts'

const ALL = { live: true, league: true, shop: true, promos: true }
const links = [
  { label: 'Live', url: '/events' },
  { label: 'A show', url: '/events/bus-19?from=menu' },
  { label: 'Events of the year', url: '/events-of-the-year' },
  { label: 'About', url: '/about' },
]

test('a module that is off is gone from menus, and nothing else is', () => {
  const shown = reachableLinks({ ...ALL, live: false }, links).map(({ label }) => label)
  expect(shown).toEqual(['Events of the year', 'About'])
})

test('a module that is on stays in menus', () => {
  expect(reachableLinks({ ...ALL, promos: false }, links)).toEqual(links)
})

test('modules that no brand can do without cannot be off', () => {
  expect(isOn({ ...ALL, live: false, promos: false }, 'newsroom')).toBe(true)
  expect(isOn({ ...ALL, live: false }, 'live')).toBe(false)
})
