import type { Person } from '../people/public.ts'
import type { PersonalPage } from '../platform/http/page.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { orderEndpoints } from './api-orders.ts'
import { cartEndpoints } from './cart-doors.ts'
import { checkoutEndpoints } from './checkout-doors.ts'
import { orderJobs, repeatedOrderJobs } from './order-jobs.ts'
import { orderRegions } from './regions-orders.ts'

/** Carts, checkout, payments and orders, as parts of the shop. */
export const orderParts = (
  p: Platform,
  personal: PersonalPage,
): Required<Pick<Module<Person>, 'endpoints' | 'regions' | 'jobs' | 'repeated'>> => ({
  endpoints: [...cartEndpoints(p, personal), ...checkoutEndpoints(p, personal), ...orderEndpoints(p)],
  regions: orderRegions(p),
  jobs: orderJobs(p),
  repeated: repeatedOrderJobs,
})
