import type { DeskMatchJson, DeskSeasonJson, PlayerJson, SideJson } from '../../src/league/wire.ts'
import type { DeskEventJson } from '../../src/live/wire.ts'
import type { Desk } from './desk.ts'

const SIDES = [
  { name: 'Harbor City', short: 'HC', colour: '#0b5fff', players: ['Pim Aldous', 'Ree Santos', 'Sol Vance', 'Ines Okoro'] },
  { name: 'Night Owls', short: 'NO', colour: '#ff5a1f', players: ['Mo Vance', 'Kit Larsen', 'Tove Brandt', 'Abe Lund'] },
] // prettier-ignore
const HOUR_MS = 3_600_000

export interface LeagueNight {
  season: DeskSeasonJson
  sides: [SideJson, SideJson]
  match: DeskMatchJson
  eventId: string | null
}

/** A season of two sides with their players, and a match of them; its event trails by so many seconds. */
export async function makeLeagueNight(
  desk: Desk,
  { delaySeconds = 0, event = true }: { delaySeconds?: number; event?: boolean } = {},
): Promise<LeagueNight> {
  const season = await desk.must<DeskSeasonJson>('POST', '/api/v1/seasons', { body: { name: 'Season 4' } })
  const sides: SideJson[] = []
  for (const side of SIDES) sides.push(await addSide(desk, season, side))
  const [one, two] = sides
  if (!one || !two) throw new Error('There are two sides.')
  const eventId = event ? await makeEvent(desk, delaySeconds) : null
  const match = await makeMatch(desk, season, [one, two], eventId)
  return { season, sides: [one, two], match, eventId }
}

async function addSide(desk: Desk, season: DeskSeasonJson, side: (typeof SIDES)[number]): Promise<SideJson> {
  const { players, ...body } = side
  const made = await desk.must<SideJson>('POST', '/api/v1/sides', { body })
  const roster: { player: string }[] = []
  for (const name of players) {
    const player = await desk.must<PlayerJson>('POST', '/api/v1/players', { body: { name } })
    roster.push({ player: player.id })
  }
  await desk.must('PUT', `/api/v1/seasons/${season.id}/sides/${made.id}`, { body: { players: roster } })
  return made
}

async function makeEvent(desk: Desk, delaySeconds: number): Promise<string> {
  const start = { at: new Date(Date.now() + HOUR_MS).toISOString(), zone: 'America/New_York' }
  const body = { title: 'Harbor City vs. Night Owls', start, startsBy: 'host', delaySeconds }
  return (await desk.must<DeskEventJson>('POST', '/api/v1/events', { body })).id
}

export const makeMatch = (
  desk: Desk,
  season: DeskSeasonJson,
  sides: [SideJson, SideJson],
  eventId: string | null = null,
): Promise<DeskMatchJson> =>
  desk.must('POST', '/api/v1/matches', {
    body: {
      seasonId: season.id,
      sides: sides.map(({ id }) => id),
      start: { at: new Date(Date.now() + HOUR_MS).toISOString(), zone: 'America/New_York' },
      eventId,
    },
  })
