import type { Caller, Endpoint } from './http/endpoint.ts'
import type { PageRoute } from './http/page.ts'
import type { JobHandlers, RepeatedJobs } from './jobs.ts'
import type { CardKind } from './live/cards.ts'
import type { RegionPattern, RegionRenderer } from './live/regions.ts'

/** What a module brings to the house; `wiring.ts` mounts it. */
export interface Module<C extends Caller = Caller> {
  name: string
  endpoints?: readonly Endpoint<C>[]
  pages?: readonly PageRoute[]
  regions?: Record<RegionPattern, RegionRenderer>
  cards?: CardKind
  jobs?: JobHandlers
  repeated?: RepeatedJobs
}
