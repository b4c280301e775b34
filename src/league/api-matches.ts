import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { createMatch } from './create-match.ts'
import { deleteMatch } from './delete-match.ts'
import type { MatchRecord } from './match.ts'
import { toDeskMatch } from './match-json.ts'
import { recordFacts } from './record-facts.ts'
import { setMatchReveal } from './set-match-reveal.ts'
import { updateMatch } from './update-match.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('league')
const Id = z.object({ id: z.uuid() })

export function matchEndpoints(p: Platform): Endpoint<Person>[] {
  const desk = (match: MatchRecord): Promise<wire.DeskMatchJson> => toDeskMatch(p, match, p.clock.now())
  return [
    endpoint({
      method: 'POST',
      path: '/api/v1/matches',
      right: 'league.manage',
      summary: 'Make a match between two sides of a season',
      body: wire.NewMatch,
      reply: wire.DeskMatchJson,
      idempotent: true,
      handle: async ({ caller, body }) => desk(await createMatch(p, caller, body)),
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/v1/matches/:id',
      right: 'league.manage',
      summary: 'Change what is announced of a match, or its line-ups',
      params: Id,
      body: wire.MatchChange,
      reply: wire.DeskMatchJson,
      ifMatch: true,
      handle: async ({ caller, params, revision, body }) =>
        desk(await updateMatch(p, caller, params.id, revision, body)),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/matches/:id',
      right: 'league.manage',
      summary: 'Delete a match that is a draft',
      params: Id,
      ifMatch: true,
      handle: async ({ caller, params, revision }) => {
        await deleteMatch(p, caller, params.id, revision)
        return new Reply(undefined, 204)
      },
    }),
    endpoint({
      method: 'PUT',
      path: '/api/v1/matches/:id/reveal',
      right: 'league.manage',
      summary: 'Hold the result of a match back until an instant, or no longer',
      params: Id,
      body: wire.RevealChange,
      reply: wire.DeskMatchJson,
      handle: async ({ caller, params, body }) =>
        desk(await setMatchReveal(p, caller, params.id, body.revealAt ? new Date(body.revealAt) : null)),
    }),
    // Idempotent by the ids of the facts: it takes no key.
    endpoint({
      method: 'POST',
      path: '/api/v1/matches/:id/facts',
      right: 'match.rule',
      summary: 'Tell what happened in a match, in order: its start, rulings, undo, amendments, its end',
      params: Id,
      body: wire.FactBatch,
      reply: wire.DeskMatchJson,
      maxBytes: 200_000,
      handle: async ({ caller, params, body }) => desk(await recordFacts(p, caller, params.id, body)),
    }),
  ]
}
