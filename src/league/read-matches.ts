import type { Reading } from '../platform/live/reading.ts'
import { events } from './event-port.ts'
import { foldOf, heldUntil, isId, type MatchBrief, matchPath, type MatchRecord, sidesOf } from './match.ts'
import { headOf, namesIn, toLine } from './match-json.ts'
import { type MatchResult, resultOf, wordsOf } from './match-result.ts'
import {
  findMatch,
  findMatches,
  findMatchBySlug,
  findMatchOfEvent,
  matchesIn,
  matchesToldSince,
} from './match-store.ts'
import { publicFold, publicInstants } from './public-log.ts'
import { mayTrail, timedLog } from './public-times.ts'
import type { MatchLine, MatchListState, MatchState, PublicMatchJson, ScoreOfEvent } from './wire.ts'

/** A match as its readers see it, by id or by slug. */
export async function readMatchForReaders(
  reading: Reading,
  idOrSlug: string,
): Promise<PublicMatchJson | null> {
  const match = await findPublic(reading, idOrSlug)
  if (!match) return null
  const state = await publicState(reading, match)
  const held = holdBack(reading, match)
  const shown = held && state.phase !== 'scheduled' ? null : state
  return toPublic(reading, match, shown, held)
}

/** The same with nothing held back, for the producer's overlay: its door asks for the key. */
export async function readMatchForProducer(reading: Reading, id: string): Promise<PublicMatchJson | null> {
  const match = await findPublic(reading, id)
  if (!match) return null
  reading.topic(`desk:match:${match.id}`)
  return toPublic(reading, match, foldOf(match), null)
}

async function findPublic(reading: Reading, idOrSlug: string): Promise<MatchRecord | null> {
  const match = isId(idOrSlug) ? await findMatch(reading, idOrSlug) : await findMatchBySlug(reading, idOrSlug)
  // A guess must not learn from the topics that there is a draft of this name; it comes out under `league` as well.
  reading.topic(match && !match.draft ? `match:${match.id}` : 'league')
  if (isId(idOrSlug)) reading.topic(`match:${idOrSlug.toLowerCase()}`)
  return match && !match.draft ? match : null
}

async function toPublic(
  reading: Reading,
  match: MatchRecord,
  state: MatchState | null,
  held: Date | null,
): Promise<PublicMatchJson> {
  // Names change with the season and its rosters.
  reading.topic(`season:${match.season.id}`)
  return {
    ...headOf(match, await namesIn(reading, match)),
    event: match.eventId === null ? null : await events().describe(reading, match.eventId),
    heldUntil: held?.toISOString() ?? null,
    state,
    words: state ? wordsOf(resultOf(state), match.sides) : '',
  }
}

/** What readers know of it by now, before any reveal time is asked. Records when they will know more. */
async function publicState(reading: Reading, match: MatchRecord): Promise<MatchState> {
  if (match.eventId !== null) reading.topic(`event:${match.eventId}`)
  const timed = await timedLog(reading, match)
  for (const at of publicInstants(timed, reading.now)) reading.until(at)
  return publicFold(match.ruleset, sidesOf(match), timed, reading.now)
}

function holdBack(reading: Reading, match: MatchBrief): Date | null {
  for (const at of [match.revealAt, match.season.revealAt]) reading.until(at)
  return heldUntil(match, reading.now)
}

export interface SeenMatch {
  match: MatchBrief
  /** null: it is held back. */
  result: MatchResult | null
  held: Date | null
}

/** Matches as readers know them: from what is kept of each, and from the log only where that may be ahead of them. */
export async function seenByReaders(reading: Reading, matches: readonly MatchBrief[]): Promise<SeenMatch[]> {
  const trailing = matches.filter((match) => mayTrail(match, reading.now))
  const found = await findMatches(
    reading,
    trailing.map(({ id }) => id),
  )
  const records = new Map(found.map((record) => [record.id, record]))
  const seen: SeenMatch[] = []
  // One after the other: they may share one transaction's connection.
  for (const match of matches) {
    const record = records.get(match.id)
    const result = record ? resultOf(await publicState(reading, record)) : match.result
    if (match.result.phase !== 'ended' && match.head > 0) reading.topic(`match:${match.id}`)
    const held = holdBack(reading, match)
    seen.push({ match, held, result: held && result.phase !== 'scheduled' ? null : result })
  }
  return seen
}

export const lineOf = ({ match, result, held }: SeenMatch): MatchLine => toLine(match, result, held)

/** What readers find in each list. What is held back has been played: it stands among what is over. */
function isIn(state: MatchListState, { result }: SeenMatch): boolean {
  if (result === null || result.phase === 'ended') return state === 'past'
  return state === (result.phase === 'scheduled' ? 'coming' : 'now')
}

export async function listMatchesForReaders(
  reading: Reading,
  state: MatchListState,
  limit: number,
): Promise<MatchLine[]> {
  reading.topic('league')
  const since = new Date(reading.now.getTime() - events().longestDelayMs)
  // Readers may see as coming or on what the studio has already moved on.
  const found = [
    ...(await matchesIn(reading, state, limit)),
    ...(state === 'past' ? await matchesIn(reading, 'now', limit) : []),
    ...(await matchesToldSince(reading, since)),
  ]
  const matches = [...new Map(found.map((match) => [match.id, match])).values()].sort(byStart)
  const seen = (await seenByReaders(reading, matches)).filter((each) => isIn(state, each))
  return (state === 'past' ? seen.reverse() : seen).slice(0, limit).map(lineOf)
}

const byStart = (a: MatchBrief, b: MatchBrief): number =>
  a.scheduledAt.getTime() - b.scheduledAt.getTime() || (a.id < b.id ? -1 : 1)

/** The score of the match that is played at the event; null: there is none, or readers may not know it. */
export async function scoreOfEvent(reading: Reading, eventId: string): Promise<ScoreOfEvent | null> {
  reading.topic(`event:${eventId}`)
  const match = isId(eventId) ? await findMatchOfEvent(reading, eventId) : undefined
  if (!match || match.draft) return null
  reading.topic(`match:${match.id}`)
  const state = await publicState(reading, match)
  if (holdBack(reading, match) || state.phase === 'scheduled') return null
  const scored = (place: 0 | 1) => {
    const { short, name } = match.sides[place]
    return { short, name, points: state.sides[place].points }
  }
  return {
    matchId: match.id,
    path: matchPath(match),
    sides: [scored(0), scored(1)],
    phase: state.phase,
    words: wordsOf(resultOf(state), match.sides),
  }
}
