import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { isId, type MatchBrief, sidesOf } from './match.ts'
import { toDeskLine } from './match-json.ts'
import type { MatchResult } from './match-result.ts'
import { matchesOfSeason } from './match-store.ts'
import { namesOfPlayers } from './player-store.ts'
import { playerTotalsOf } from './player-totals.ts'
import { lineOf, seenByReaders } from './read-matches.ts'
import { rostersOf } from './roster-store.ts'
import { seasonPath, type SeasonRecord } from './season.ts'
import { findSeason, findSeasonBySlug, listSeasons } from './season-store.ts'
import { standingsOf } from './standings.ts'
import type {
  DeskSeasonJson,
  DeskSeasonLine,
  PublicSeasonJson,
  RosterSide,
  SeasonLine,
  SeasonPlayer,
  Standing,
} from './wire.ts'

const headOf = (season: SeasonRecord) => ({
  id: season.id,
  slug: season.slug,
  path: seasonPath(season),
  name: season.name,
  description: season.description,
})

/** A season as its readers see it, by id or by slug: its schedule, its tables. */
export async function readSeasonForReaders(
  reading: Reading,
  idOrSlug: string,
): Promise<PublicSeasonJson | null> {
  const id = isId(idOrSlug) ? idOrSlug : (await findSeasonBySlug(reading, idOrSlug))?.id
  if (id !== undefined) return reading.shared(`season:${id}`, (shared) => seenByReader(shared, id))
  reading.topic('league')
  return null
}

async function seenByReader(reading: Reading, id: string): Promise<PublicSeasonJson | null> {
  reading.topic(`season:${id.toLowerCase()}`)
  const season = await findSeason(reading, id)
  if (!season) {
    reading.topic('league')
    return null
  }
  reading.topic(`standings:${season.id}`)
  reading.until(season.revealAt)
  const held = season.revealAt && season.revealAt > reading.now ? season.revealAt : null
  const sides = await rostersOf(reading, season.id)
  const seen = await seenByReaders(reading, await matchesOfSeason(reading, season.id, { drafts: false }))
  const results = seen.flatMap(({ match, result }) => (result ? [{ match, result }] : []))
  const tables = held ? null : await tablesOf(reading, season, sides, results)
  return {
    ...headOf(season),
    ruleset: season.ruleset,
    heldUntil: held?.toISOString() ?? null,
    sides,
    matches: seen.map(lineOf),
    standings: tables?.standings ?? null,
    players: tables?.players ?? null,
  }
}

interface Played {
  match: MatchBrief
  result: MatchResult
}

async function tablesOf(
  source: Source,
  { ruleset }: SeasonRecord,
  sides: readonly RosterSide[],
  results: readonly Played[],
): Promise<{ standings: Standing[]; players: SeasonPlayer[] }> {
  const ended = results
    .filter(({ result }) => result.phase === 'ended')
    .map(({ match, result }) => ({
      sides: sidesOf(match),
      result,
      active: match.lineups.map(({ active }) => active),
    }))
  const briefs = sides.map(({ id, name, short, colour }) => ({ id, name, short, colour }))
  const names = await namesOfPlayers(
    source,
    ended.flatMap(({ active, result }) => [...active.flat(), ...result.players.map(({ player }) => player)]),
  )
  return {
    standings: standingsOf(ruleset, briefs, ended),
    players: playerTotalsOf(
      new Map([...names].map(([id, name]) => [id, { id, name }])),
      new Map(briefs.map((side) => [side.id, side])),
      ended,
    ),
  }
}

export const listSeasonsForReaders = (reading: Reading): Promise<SeasonLine[]> =>
  reading.shared('seasons', async (shared) => {
    shared.topic('league')
    return (await listSeasons(shared)).map((season) => ({
      ...headOf(season),
      sides: season.sides,
      matches: season.matches,
    }))
  })

/** A season as the studio sees it: drafts too, nothing held back. */
export async function readDeskSeason(
  source: Source,
  season: SeasonRecord,
  now: Date,
): Promise<DeskSeasonJson> {
  const sides = await rostersOf(source, season.id)
  const matches = await matchesOfSeason(source, season.id, { drafts: true })
  const results = matches.filter(({ draft }) => !draft).map((match) => ({ match, result: match.result }))
  return {
    ...headOf(season),
    ruleset: season.ruleset,
    rulesetVersion: season.rulesetVersion,
    revealAt: season.revealAt?.toISOString() ?? null,
    revision: season.revision,
    sides,
    matches: matches.map((match) => toDeskLine(match, now)),
    ...(await tablesOf(source, season, sides, results)),
  }
}

export const listDeskSeasons = async (source: Source): Promise<DeskSeasonLine[]> =>
  (await listSeasons(source)).map((season) => ({
    ...headOf(season),
    sides: season.sides,
    matches: season.matches,
    revision: season.revision,
    revealAt: season.revealAt?.toISOString() ?? null,
  }))
