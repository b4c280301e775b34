import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { listMatchesForReaders, readMatchForReaders } from './read-matches.ts'
import { listSeasonsForReaders, readSeasonForReaders } from './read-seasons.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('league')
const IdOrSlug = z.object({ id: z.string().max(100) })

/** As readers see it: in public time, and nothing before its reveal time. */
export function publicEndpoints(p: Platform): Endpoint<Person>[] {
  const reading = () => new RecordedReading(p, p.clock.now())
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/seasons',
      right: 'public',
      summary: 'All seasons, the latest first',
      reply: wire.SeasonList,
      handle: async () => ({ items: await listSeasonsForReaders(reading()) }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/seasons/:id',
      right: 'public',
      summary: 'A season as readers see it, by id or by slug: schedule, standings, player totals',
      params: IdOrSlug,
      reply: wire.PublicSeasonJson,
      handle: async ({ params }) => {
        const season = await readSeasonForReaders(reading(), params.id)
        if (!season) throw new Refusal('not-found', 'There is no such season. See /api/v1/seasons.')
        return season
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/matches',
      right: 'public',
      summary: 'Matches as readers see them: now, coming or past',
      query: wire.MatchQuery,
      reply: wire.MatchList,
      handle: async ({ query }) => ({
        items: await listMatchesForReaders(reading(), query.state, query.limit),
      }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/matches/:id',
      right: 'public',
      summary: 'A match as readers see it, by id or by slug: score, rounds, rulings, players',
      params: IdOrSlug,
      reply: wire.PublicMatchJson,
      handle: async ({ params }) => {
        const match = await readMatchForReaders(reading(), params.id)
        if (!match) throw new Refusal('not-found', 'There is no such match. It may not have been announced.')
        return match
      },
    }),
  ]
}
