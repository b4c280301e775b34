import { type BrandClock, brandClock } from '../platform/brand-clock.ts'
import { type Html, html } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import { region, type RegionRenderer } from '../platform/live/regions.ts'
import { eventScore, matchCard } from './match-card-html.ts'
import { isId } from './match.ts'
import { lineUps, matchLog } from './match-log-html.ts'
import { matchNow, topOfTable } from './league-now-html.ts'
import { heldHtml } from './league-html.ts'
import { overlayHtml } from './overlay-html.ts'
import { listMatchesForReaders, readMatchForReaders, readMatchOfEvent } from './read-matches.ts'
import { listSeasonsForReaders, readSeasonForReaders } from './read-seasons.ts'
import { onPage, scheduleHtml } from './schedule-html.ts'
import { lineScore, scoreboard } from './scoreboard-html.ts'
import { seasonList } from './season-list-html.ts'
import { playersTable, standingsTable } from './standings-html.ts'
import type { MatchLine, PublicMatchJson, PublicSeasonJson } from './wire.ts'

/** What shows one match. */
const ofMatch =
  (draw: (match: PublicMatchJson, clock: BrandClock) => Html): RegionRenderer =>
  async (reading, id) => {
    const match = isId(id) ? await readMatchForReaders(reading, id) : null
    return match && draw(match, await brandClock(reading))
  }

/** What shows one season. */
const ofSeason =
  (draw: (season: PublicSeasonJson, clock: BrandClock) => Html | null): RegionRenderer =>
  async (reading, id) => {
    const season = isId(id) ? await readSeasonForReaders(reading, id) : null
    return season && draw(season, await brandClock(reading))
  }

/** Tables of a season that is held back say from when on they are there. */
const table =
  <T>(of: (season: PublicSeasonJson) => T | null, draw: (rows: T) => Html) =>
  (season: PublicSeasonJson, clock: BrandClock): Html => {
    const rows = of(season)
    if (rows !== null) return draw(rows)
    return html`<p class="none">${season.heldUntil === null ? 'Held back' : heldHtml(season.heldUntil, clock, 'Here')}</p>`
  }

/** `<season id>~<page>`: each page of a long schedule follows by itself. */
export const scheduleKey = (id: string, page: number): string => `season:${id}~${page}/schedule`

const schedule: RegionRenderer = async (reading, idAndPage) => {
  const [id = '', page = '1'] = idAndPage.split('~')
  return ofSeason(({ matches }, clock) => scheduleHtml(onPage(matches, Number(page) || 1), clock))(
    reading,
    id,
  )
}

const ON = new Set<MatchLine['phase']>(['playing', 'level', 'decided'])

/** The match of the season that matters now: the one that is on, else the next, else the last. */
function mainOf(matches: readonly MatchLine[]): MatchLine | undefined {
  return (
    matches.find(({ phase }) => ON.has(phase)) ??
    matches.find(({ phase }) => phase === 'scheduled') ??
    matches.at(-1)
  )
}

const seasonNow = ({ matches }: PublicSeasonJson): Html | null => {
  const main = mainOf(matches)
  return main ? region(`match:${main.id}/now`) : null
}

async function mainMatch(reading: Reading): Promise<MatchLine | undefined> {
  for (const state of ['now', 'coming', 'past'] as const) {
    const [first] = await listMatchesForReaders(reading, state, 1)
    if (first) return first
  }
  return undefined
}

/** The front page's place: what is on or next, and who leads. Either part follows by itself. */
const leagueNow: RegionRenderer = async (reading) => {
  const main = await mainMatch(reading)
  const season = main && (await seasonHead(reading, main.seasonId))
  if (!main || !season) return null
  return html`<section class="shelf" aria-labelledby="league-now"><div class="shelf-head"><h2 id="league-now">${season.name}</h2><a href="${season.path}">Table and schedule</a></div>
    <div class="league-now">${region(`match:${main.id}/now`)}${region(`season:${main.seasonId}/top`)}</div></section>`
}

const seasonHead = async (reading: Reading, id: string) =>
  (await listSeasonsForReaders(reading)).find((season) => season.id === id)

const ofEvent: RegionRenderer = async (reading, id) => {
  const match = await readMatchOfEvent(reading, id)
  return match ? eventScore(match, await brandClock(reading)) : null
}

export const leagueRegions: Record<string, RegionRenderer> = {
  'match:*/box': ofMatch((match, clock) => html`${scoreboard(match, clock)}${lineScore(match)}`),
  'match:*/log': ofMatch(matchLog),
  'match:*/players': ofMatch(lineUps),
  'match:*/card': ofMatch(matchCard),
  'match:*/now': ofMatch(matchNow),
  'match:*/overlay': ofMatch(overlayHtml),
  'event-score:*': ofEvent,
  'season:*/now': ofSeason(seasonNow),
  'season:*/table': ofSeason(table(({ standings }) => standings, standingsTable)),
  'season:*/players': ofSeason(table(({ players }) => players, playersTable)),
  'season:*/schedule': schedule,
  'season:*/top': ofSeason(({ standings, path }) => topOfTable(standings, path)),
  'league/now': leagueNow,
  'league/seasons': async (reading) => seasonList(await listSeasonsForReaders(reading)),
}
