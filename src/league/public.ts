import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'

export function leagueModule(): Module<Person> {
  return { name: 'league' }
}
