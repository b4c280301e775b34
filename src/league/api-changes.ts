import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { createPlayer } from './create-player.ts'
import { createSeason } from './create-season.ts'
import { createSide } from './create-side.ts'
import { readDeskSeason } from './read-seasons.ts'
import { removeSide } from './remove-side.ts'
import type { SeasonRecord } from './season.ts'
import { setRoster } from './set-roster.ts'
import { setSeasonReveal } from './set-season-reveal.ts'
import { updatePlayer } from './update-player.ts'
import { updateSeason } from './update-season.ts'
import { updateSide } from './update-side.ts'
import * as wire from './wire.ts'

const endpoint = endpointsOf<Person>('league')
const Id = z.object({ id: z.uuid() })
const IdAndSide = z.object({ id: z.uuid(), side: z.uuid() })

export const changeEndpoints = (p: Platform): Endpoint<Person>[] => [
  ...seasonEndpoints(p),
  ...rosterEndpoints(p),
  ...sideEndpoints(p),
  ...playerEndpoints(p),
]

const desk = (p: Platform, season: SeasonRecord): Promise<wire.DeskSeasonJson> =>
  readDeskSeason(p, season, p.clock.now())

const seasonEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'POST',
    path: '/api/v1/seasons',
    right: 'league.manage',
    summary: 'Make a season, with the rules given or the preset "Twelve Rounds"',
    body: wire.NewSeason,
    reply: wire.DeskSeasonJson,
    idempotent: true,
    handle: async ({ caller, body }) => desk(p, await createSeason(p, caller, body)),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/seasons/:id',
    right: 'league.manage',
    summary: 'Change a season; new rules hold for the matches that have not begun',
    params: Id,
    body: wire.SeasonChange,
    reply: wire.DeskSeasonJson,
    ifMatch: true,
    handle: async ({ caller, params, revision, body }) =>
      desk(p, await updateSeason(p, caller, params.id, revision, body)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/seasons/:id/reveal',
    right: 'league.manage',
    summary: 'Hold the results and tables of a season back until an instant, or no longer',
    params: Id,
    body: wire.RevealChange,
    reply: wire.DeskSeasonJson,
    handle: async ({ caller, params, body }) =>
      desk(p, await setSeasonReveal(p, caller, params.id, body.revealAt ? new Date(body.revealAt) : null)),
  }),
]

const rosterEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'PUT',
    path: '/api/v1/seasons/:id/sides/:side',
    right: 'league.manage',
    summary: 'Put a side into a season, with who plays for it there',
    params: IdAndSide,
    body: wire.RosterChange,
    reply: wire.DeskSeasonJson,
    handle: async ({ caller, params, body }) =>
      desk(p, await setRoster(p, caller, params.id, params.side, body)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/seasons/:id/sides/:side',
    right: 'league.manage',
    summary: 'Take a side that has no match out of a season',
    params: IdAndSide,
    reply: wire.DeskSeasonJson,
    handle: async ({ caller, params }) => desk(p, await removeSide(p, caller, params.id, params.side)),
  }),
]

const sideEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'POST',
    path: '/api/v1/sides',
    right: 'league.manage',
    summary: 'Make a side',
    body: wire.NewSide,
    reply: wire.SideJson,
    idempotent: true,
    handle: ({ caller, body }) => createSide(p, caller, body),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/sides/:id',
    right: 'league.manage',
    summary: 'Change a side',
    params: Id,
    body: wire.SideChange,
    reply: wire.SideJson,
    ifMatch: true,
    handle: ({ caller, params, revision, body }) => updateSide(p, caller, params.id, revision, body),
  }),
]

const playerEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'POST',
    path: '/api/v1/players',
    right: 'league.manage',
    summary: 'Make a player',
    body: wire.NewPlayer,
    reply: wire.PlayerJson,
    idempotent: true,
    handle: ({ caller, body }) => createPlayer(p, caller, body),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/players/:id',
    right: 'league.manage',
    summary: 'Change a player',
    params: Id,
    body: wire.PlayerChange,
    reply: wire.PlayerJson,
    ifMatch: true,
    handle: ({ caller, params, revision, body }) => updatePlayer(p, caller, params.id, revision, body),
  }),
]
