import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { createPromo } from './create-promo.ts'
import { deletePromo } from './delete-promo.ts'
import { getPromo, listAllPromos } from './list-promos.ts'
import { pausePromo } from './pause-promo.ts'
import { updatePromo } from './update-promo.ts'
import { IdParams, PauseRequest, PromoInput, PromoList, PromoReply } from './wire.ts'

const endpoint = endpointsOf<Person>('promos')
const ONE = '/api/v1/promos/:id'

export const promoEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/promos',
    right: 'studio.open',
    summary: 'Promos, the last to open first',
    query: z.object({ after: z.uuid().optional() }),
    reply: PromoList,
    handle: ({ caller, query }) => listAllPromos(p, caller, query.after),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/promos',
    right: 'promo.manage',
    summary: 'Make a promo',
    body: PromoInput,
    reply: PromoReply,
    idempotent: true,
    handle: async ({ caller, body }) => {
      const { id } = await createPromo(p, caller, body)
      return new Reply(await getPromo(p, caller, id), 201)
    },
  }),
  endpoint({
    method: 'GET',
    path: ONE,
    right: 'studio.open',
    summary: 'One promo',
    params: IdParams,
    reply: PromoReply,
    handle: ({ caller, params }) => getPromo(p, caller, params.id),
  }),
  endpoint({
    method: 'PUT',
    path: ONE,
    right: 'promo.manage',
    summary: 'Change a promo',
    params: IdParams,
    body: PromoInput,
    reply: PromoReply,
    ifMatch: true,
    handle: async ({ caller, params, body, revision }) => {
      await updatePromo(p, caller, params.id, revision, body)
      return getPromo(p, caller, params.id)
    },
  }),
  endpoint({
    method: 'POST',
    path: `${ONE}/pause`,
    right: 'promo.manage',
    summary: 'Take a promo off the pages, or put it back',
    params: IdParams,
    body: PauseRequest,
    reply: PromoReply,
    handle: async ({ caller, params, body }) => {
      await pausePromo(p, caller, params.id, body.paused)
      return getPromo(p, caller, params.id)
    },
  }),
  endpoint({
    method: 'DELETE',
    path: ONE,
    right: 'promo.manage',
    summary: 'Delete a promo',
    params: IdParams,
    handle: ({ caller, params }) => deletePromo(p, caller, params.id),
  }),
]
