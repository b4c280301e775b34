import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'

export function shopModule(): Module<Person> {
  return { name: 'shop' }
}
