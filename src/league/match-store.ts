import { type Source } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/database-errors.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { MatchBrief, MatchRecord } from './match.ts'
import type { LogEntry } from './match-log.ts'
import type { MatchResult } from './match-result.ts'
import { type MatchRow, type RulesRow, toBrief, toEntry, toRecord } from './match-rows.ts'
import type { LeagueTables } from './tables.ts'
import type { MatchListState } from './wire.ts'

const db = (source: Source) => source.q.withTables<LeagueTables>()

/** A season of every day twice; the earliest are kept. */
const MOST_OF_SEASON = 1000
/** Nobody plays so many at once. */
const MOST_ON = 100

const rows = (source: Source) =>
  db(source)
    .selectFrom('matches')
    .innerJoin('seasons', 'seasons.id', 'matches.season_id')
    .innerJoin('sides as first', 'first.id', 'matches.first_side')
    .innerJoin('sides as second', 'second.id', 'matches.second_side')
    .select([
      'matches.id',
      'matches.slug',
      'number',
      'season_id',
      'first_side',
      'second_side',
      'scheduled_at',
      'zone',
      'lineups',
      'event_id',
      'matches.reveal_at',
      'draft',
      'overlay_secret',
      'head',
      'last_at',
      'result',
      'matches.revision',
      'seasons.slug as season_slug',
      'seasons.name as season_name',
      'seasons.reveal_at as season_reveal_at',
      'first.name as first_name',
      'first.short as first_short',
      'first.colour as first_colour',
      'first.revision as first_revision',
      'second.name as second_name',
      'second.short as second_short',
      'second.colour as second_colour',
      'second.revision as second_revision',
    ])

/** With their rules, which lists do not need. */
const whole = (source: Source) =>
  rows(source).select([
    'matches.ruleset',
    'matches.ruleset_version',
    'seasons.ruleset as season_ruleset',
    'seasons.ruleset_version as season_ruleset_version',
  ])

async function withLogs(source: Source, found: (MatchRow & RulesRow)[]): Promise<MatchRecord[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const facts = await db(source)
    .selectFrom('match_facts')
    .select(['match_id', 'seq', 'at', 'by', 'fact'])
    .where('match_id', 'in', ids)
    .orderBy('match_id')
    .orderBy('seq')
    .execute()
  const byMatch = Map.groupBy(facts, (fact) => fact.match_id)
  return found.map((row) => toRecord(row, (byMatch.get(row.id) ?? []).map(toEntry)))
}

export async function findMatchBrief(source: Source, id: string): Promise<MatchBrief | undefined> {
  const row = await rows(source).where('matches.id', '=', id).executeTakeFirst()
  return row && toBrief(row)
}

export const findMatch = async (source: Source, id: string): Promise<MatchRecord | undefined> =>
  (await withLogs(source, await whole(source).where('matches.id', '=', id).execute()))[0]

export const findMatchBySlug = async (source: Source, slug: string): Promise<MatchRecord | undefined> =>
  (await withLogs(source, await whole(source).where('matches.slug', '=', slug).execute()))[0]

export const findMatchOfEvent = async (source: Source, eventId: string): Promise<MatchRecord | undefined> =>
  (await withLogs(source, await whole(source).where('event_id', '=', eventId).execute()))[0]

/** The match, locked until the end of the use case, so that its log has one order. */
export async function requireMatch(w: Write, id: string): Promise<MatchRecord> {
  await db(w).selectFrom('matches').select('id').where('id', '=', id).forUpdate().execute()
  const match = await findMatch(w, id)
  if (!match) throw new Refusal('not-found', 'There is no such match. It may have been deleted.')
  return match
}

/** In the order of their starts. */
export async function matchesOfSeason(
  source: Source,
  seasonId: string,
  { drafts }: { drafts: boolean },
): Promise<MatchBrief[]> {
  let query = rows(source).where('matches.season_id', '=', seasonId)
  if (!drafts) query = query.where('draft', '=', false)
  const found = await query.orderBy('scheduled_at').orderBy('matches.id').limit(MOST_OF_SEASON).execute()
  return found.map(toBrief)
}

/** Public matches by what the studio knows: being played, still to come (the next first), over (the last first). */
export async function matchesIn(source: Source, state: MatchListState, limit: number): Promise<MatchBrief[]> {
  const query = rows(source).where('draft', '=', false)
  const found = await (
    state === 'past'
      ? query
          .where('phase', '=', 'ended')
          .orderBy('scheduled_at', 'desc')
          .orderBy('matches.id', 'desc')
          .limit(limit)
      : state === 'now'
        ? query
            .where('phase', 'in', ['playing', 'level', 'decided'])
            .orderBy('scheduled_at')
            .orderBy('matches.id')
            .limit(MOST_ON)
        : query.where('phase', '=', 'scheduled').orderBy('scheduled_at').orderBy('matches.id').limit(limit)
  ).execute()
  return found.map(toBrief)
}

/** Public matches of which something was told since then: readers may not know it yet. */
export async function matchesToldSince(source: Source, since: Date): Promise<MatchBrief[]> {
  const found = await rows(source)
    .where('last_at', '>', since)
    .where('draft', '=', false)
    .orderBy('last_at')
    .limit(MOST_ON)
    .execute()
  return found.map(toBrief)
}

export async function searchMatches(source: Source, text: string, limit: number): Promise<MatchBrief[]> {
  const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const found = await rows(source)
    .where('draft', '=', false)
    .where((eb) =>
      eb.or([
        eb('first.name', 'ilike', like),
        eb('second.name', 'ilike', like),
        eb('seasons.name', 'ilike', like),
      ]),
    )
    .orderBy('scheduled_at', 'desc')
    .limit(limit)
    .execute()
  return found.map(toBrief)
}

/** Of every public match, the latest start first. */
export async function publicMatchSlugs(source: Source, limit: number): Promise<string[]> {
  const found = await db(source)
    .selectFrom('matches')
    .select('slug')
    .where('draft', '=', false)
    .orderBy('scheduled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ slug }) => slug)
}

export async function isMatchSlugTaken(source: Source, slug: string): Promise<boolean> {
  return (
    (await db(source).selectFrom('matches').select('id').where('slug', '=', slug).executeTakeFirst()) !==
    undefined
  )
}

export async function nextNumber(source: Source, seasonId: string): Promise<number> {
  const row = await db(source)
    .selectFrom('matches')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('season_id', '=', seasonId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function hasMatchesInSeason(source: Source, seasonId: string, sideId: string): Promise<boolean> {
  const row = await db(source)
    .selectFrom('matches')
    .select('id')
    .where('season_id', '=', seasonId)
    .where((eb) => eb.or([eb('first_side', '=', sideId), eb('second_side', '=', sideId)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Matches that show the name of this side. */
export async function matchIdsOfSide(source: Source, sideId: string): Promise<string[]> {
  const found = await db(source)
    .selectFrom('matches')
    .select('id')
    .where((eb) => eb.or([eb('first_side', '=', sideId), eb('second_side', '=', sideId)]))
    .execute()
  return found.map(({ id }) => id)
}

/** What can be said of a match, and changed. */
export interface MatchDetails {
  seasonId: string
  slug: string
  number: number
  sides: readonly [string, string]
  scheduledAt: Date
  zone: string
  lineups: MatchBrief['lineups']
  eventId: string | null
  revealAt: Date | null
  draft: boolean
}

const toColumns = (details: MatchDetails) => ({
  season_id: details.seasonId,
  slug: details.slug,
  number: details.number,
  first_side: details.sides[0],
  second_side: details.sides[1],
  scheduled_at: details.scheduledAt,
  zone: details.zone,
  lineups: JSON.stringify(details.lineups),
  event_id: details.eventId,
  reveal_at: details.revealAt,
  draft: details.draft,
})

const refuseTaken =
  ({ slug, number }: MatchDetails) =>
  (error: unknown): never => {
    if (isUniqueViolation(error, 'matches_slug_key'))
      throw new Refusal('conflict', `There is a match at /matches/${slug} already. Choose another address.`)
    if (isUniqueViolation(error, 'matches_season_id_number_key'))
      throw new Refusal(
        'conflict',
        `There is a match ${number} in this season already. Choose another number.`,
      )
    if (isUniqueViolation(error, 'matches_event_id_key'))
      throw new Refusal('conflict', 'Another match is played at that event already. Choose another event.')
    throw error
  }

export async function insertMatch(
  w: Write,
  details: MatchDetails,
  overlaySecret: string,
  result: MatchResult,
): Promise<string> {
  const { id } = await db(w)
    .insertInto('matches')
    .values({
      ...toColumns(details),
      overlay_secret: overlaySecret,
      result: JSON.stringify(result),
      phase: result.phase,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTaken(details))
  return id
}

/** Replaces what is said of the match. The caller has locked it, and has compared revisions. */
export async function saveMatch(w: Write, id: string, details: MatchDetails): Promise<void> {
  await db(w)
    .updateTable('matches')
    .set((eb) => ({ ...toColumns(details), updated_at: w.now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
    .catch(refuseTaken(details))
}

/** Adds to the log and keeps what it folds to; with the first fact the match takes its rules. */
export async function appendFacts(
  w: Write,
  { id, ruleset, rulesetVersion }: MatchRecord,
  entries: readonly LogEntry[],
  result: MatchResult,
): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  await db(w)
    .insertInto('match_facts')
    .values(
      entries.map(({ seq, at, by, fact }) => ({
        match_id: id,
        seq,
        id: fact.id,
        at,
        by,
        kind: fact.kind,
        fact: JSON.stringify(fact),
      })),
    )
    .execute()
  await db(w)
    .updateTable('matches')
    .set({
      head: last.seq,
      last_at: last.at,
      ruleset: JSON.stringify(ruleset),
      ruleset_version: rulesetVersion,
      result: JSON.stringify(result),
      phase: result.phase,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveResult(w: Write, id: string, result: MatchResult): Promise<void> {
  await db(w)
    .updateTable('matches')
    .set({ result: JSON.stringify(result), phase: result.phase })
    .where('id', '=', id)
    .execute()
}

/** Every match with its log, a few at a time. */
export async function* everyMatch(source: Source): AsyncGenerator<MatchRecord> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const found = await whole(source)
      .where('matches.id', '>', after)
      .orderBy('matches.id')
      .limit(100)
      .execute()
    yield* await withLogs(source, found)
    const last = found.at(-1)
    if (!last) return
    after = last.id
  }
}

export async function removeMatch(w: Write, id: string): Promise<void> {
  await db(w).deleteFrom('matches').where('id', '=', id).execute()
}
