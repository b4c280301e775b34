import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { events } from './event-port.ts'
import type { MatchBrief } from './match.ts'
import { toDeskLine, toDeskMatch } from './match-json.ts'
import { findMatch, matchesIn, matchesOfSeason } from './match-store.ts'
import { searchPlayers } from './player-store.ts'
import { listDeskSeasons, readDeskSeason } from './read-seasons.ts'
import { findSeason } from './season-store.ts'
import { listSides } from './side-store.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('league')
const Id = z.object({ id: z.uuid() })

/** As the studio sees it: drafts too, nothing held back. */
export const deskEndpoints = (p: Platform): Endpoint<Person>[] => [
  ...seasonEndpoints(p),
  ...matchEndpoints(p),
  ...choiceEndpoints(p),
]

const seasonEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/seasons',
    right: 'studio.open',
    summary: 'All seasons, the latest first',
    reply: wire.DeskSeasonList,
    handle: async () => ({ items: await listDeskSeasons(p) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/seasons/:id',
    right: 'studio.open',
    summary: 'A season with its rules, rosters, matches and tables, nothing held back',
    params: Id,
    reply: wire.DeskSeasonJson,
    handle: async ({ params }) => {
      const season = await findSeason(p, params.id)
      if (!season) throw new Refusal('not-found', 'There is no such season. It may have been deleted.')
      return readDeskSeason(p, season, p.clock.now())
    },
  }),
]

const matchEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/matches',
    right: 'studio.open',
    summary:
      'Matches of a season by their starts, drafts too; or of all seasons what is on, next and just over',
    query: wire.DeskMatchQuery,
    reply: wire.DeskMatchList,
    handle: async ({ query }) => {
      const found = query.season
        ? await matchesOfSeason(p, query.season, { drafts: true })
        : await matchesAround(p, query.limit)
      const now = p.clock.now()
      return { items: found.map((match) => toDeskLine(match, now)) }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/matches/:id',
    right: 'studio.open',
    summary: 'A match with its whole log and what it folds to',
    params: Id,
    reply: wire.DeskMatchJson,
    handle: async ({ params }) => {
      const match = await findMatch(p, params.id)
      if (!match) throw new Refusal('not-found', 'There is no such match. It may have been deleted.')
      return toDeskMatch(p, match, p.clock.now())
    },
  }),
]

/** However long a season is: what is played now, the next to be played, the last that were. */
async function matchesAround(p: Platform, limit: number): Promise<MatchBrief[]> {
  const found = await Promise.all(
    (['now', 'coming', 'past'] as const).map((state) => matchesIn(p, state, limit)),
  )
  return found.flat()
}

const choiceEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/sides',
    right: 'studio.open',
    summary: 'All sides by name',
    reply: wire.SideList,
    handle: async () => ({ items: await listSides(p) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/players',
    right: 'studio.open',
    summary: 'Players whose name has this text in it',
    query: wire.TextQuery,
    reply: wire.PlayerList,
    handle: async ({ query }) => ({ items: await searchPlayers(p, query.q, query.limit) }),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/match-events',
    right: 'studio.open',
    summary: 'Events that a match can be played at',
    query: wire.TextQuery,
    reply: wire.EventChoices,
    handle: async ({ query }) => ({ items: (await events().choices(p, query.q)).slice(0, query.limit) }),
  }),
]
