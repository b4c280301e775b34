import type { Reading } from '../platform/live/reading.ts'
import { events } from './event-port.ts'
import { foldOf, heldUntil, isId, type MatchBrief, type MatchRecord, sidesOf } from './match.ts'
import { headOf, namesIn, toLine } from './match-json.ts'
import { type MatchResult, resultOf, wordsOf } from './match-result.ts'
import { findMatch, findMatchBySlug, findMatchOfEvent, matchesIn, matchesToldSince } from './match-store.ts'
import { publicFold, publicInstants, type TimedEntry } from './public-log.ts'
import { mayTrail, timedLog } from './public-times.ts'
import type { MatchLine, MatchListState, MatchState, PublicMatchJson, ScoreOfEvent } from './wire.ts'

/** A match as its readers see it, by id or by slug. */
export async function readMatchForReaders(
  reading: Reading,
  idOrSlug: string,
): Promise<PublicMatchJson | null> {
  const id = isId(idOrSlug) ? idOrSlug : await publicId(reading, idOrSlug)
  return id === null ? null : reading.shared(`match:${id}`, (shared) => seenByReader(shared, id))
}

async function publicId(reading: Reading, slug: string): Promise<string | null> {
  const match = await findMatchBySlug(reading, slug)
  if (match && !match.draft) return match.id
  // A guess must not learn from the topics that there is a draft of this name; it comes out under `league` as well.
  reading.topic('league')
  return null
}

async function seenByReader(reading: Reading, id: string): Promise<PublicMatchJson | null> {
  const told = await findPublic(reading, id)
  if (!told) return null
  const { match } = told
  const state = publicState(reading, told)
  const held = holdBack(reading, match)
  const shown = held && state.phase !== 'scheduled' ? null : state
  return toPublic(reading, match, shown, held)
}

/** The same with nothing held back, for the producer's overlay: its door asks for the key. */
export async function readMatchForProducer(reading: Reading, id: string): Promise<PublicMatchJson | null> {
  const match = (await findPublic(reading, id))?.match
  if (!match) return null
  reading.topic(`desk:match:${match.id}`)
  return toPublic(reading, match, foldOf(match), null)
}

/** A match with all that was told of it, and when each fact becomes the readers'. */
interface ToldMatch {
  match: MatchRecord
  timed: TimedEntry[]
}

async function findPublic(reading: Reading, id: string): Promise<ToldMatch | null> {
  const told = await findTold(reading, id)
  if (told && !told.match.draft) return told
  reading.topic('league')
  return null
}

const findTold = (reading: Reading, id: string): Promise<ToldMatch | null> =>
  reading.shared(`told:${id}`, async (shared) => {
    shared.topic(`match:${id.toLowerCase()}`)
    const match = await findMatch(shared, id)
    if (!match) return null
    if (!match.draft && match.eventId !== null) shared.topic(`event:${match.eventId}`)
    return { match, timed: await timedLog(shared, match) }
  })

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
function publicState(reading: Reading, { match, timed }: ToldMatch): MatchState {
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
  const seen: SeenMatch[] = []
  // One after the other: they may share one transaction's connection.
  for (const match of matches) {
    const told = mayTrail(match, reading.now) ? await findTold(reading, match.id) : null
    const result = told ? resultOf(publicState(reading, told)) : match.result
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

/** The match that is played at the event, as its readers see it. */
export async function readMatchOfEvent(reading: Reading, eventId: string): Promise<PublicMatchJson | null> {
  if (!isId(eventId)) return null
  const id = await reading.shared(`match-of:${eventId}`, async (shared) => {
    shared.topic(`event:${eventId.toLowerCase()}`)
    return (await findMatchOfEvent(shared, eventId))?.id ?? null
  })
  return id === null ? null : readMatchForReaders(reading, id)
}

/** The score of the match that is played at the event; null: there is none, or readers may not know it. */
export async function scoreOfEvent(reading: Reading, eventId: string): Promise<ScoreOfEvent | null> {
  const match = await readMatchOfEvent(reading, eventId)
  if (!match?.state || match.state.phase === 'scheduled') return null
  const { id, path, sides, state, words } = match
  const scored = (place: 0 | 1) => {
    const { short, name } = sides[place]
    return { short, name, points: state.sides[place].points }
  }
  return { matchId: id, path, sides: [scored(0), scored(1)], phase: state.phase, words }
}
