import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { pictureEndpoints } from './api.ts'
import type { FindUses } from './remove-picture.ts'

/** `findUses` is asked of the modules above before a picture is removed. */
export const footageModule = (p: Platform, findUses: FindUses): Module<Person> => ({
  name: 'footage',
  endpoints: pictureEndpoints(p, findUses),
})
