import type { Person } from '../people/public.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { deskEndpoints } from './api-desk.ts'
import { changeEndpoints } from './api-changes.ts'
import { matchEndpoints } from './api-matches.ts'
import { publicEndpoints } from './api-public.ts'

export const leagueEndpoints = (p: Platform): Endpoint<Person>[] => [
  ...publicEndpoints(p),
  ...deskEndpoints(p),
  ...changeEndpoints(p),
  ...matchEndpoints(p),
]
