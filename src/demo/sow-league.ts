import { randomUUID } from 'node:crypto'
import {
  createMatch,
  createPlayer,
  createSeason,
  createSide,
  findMatch,
  findMatchBySlug,
  findSeasonBySlug,
  type MatchRecord,
  NewFact,
  recordFacts,
  setRoster,
} from '../league/public.ts'
import { SYSTEM } from '../people/public.ts'
import { randomFrom } from './art/random.ts'
import { brand } from './content/brand.ts'
import {
  type DemoMatch,
  comingMatches,
  nextMatch,
  playedMatches,
  runningMatch,
  season,
  sides,
} from './content/league.ts'
import { nextRuling } from './next-ruling.ts'
import type { Sower } from './sower.ts'

const MINUTE_MS = 60_000
const PLAYED_MINUTES = 75
/** So much of the running match is over when a visitor comes. */
export const RULED_BEFORE = 13

const nobodyKnows = (): Promise<null> => Promise.resolve(null)

/** The league in the middle of its season: sides, rosters, what was played, what is on and what is to come. */
export async function sowLeague(sower: Sower, start: Date): Promise<void> {
  const { p } = sower
  const seasonId = await sower.once(
    'season',
    async () => (await createSeason(p, SYSTEM, season)).id,
    async () => (await findSeasonBySlug(p, season.slug))?.id ?? null,
  )
  for (const side of sides) await sowSide(sower, seasonId, side)
  for (const match of playedMatches) {
    const id = await sowMatch(sower, match, start)
    await sower.once(`played:${match.number}`, () => play(sower, id, match.seed), nobodyKnows)
  }
  for (const match of comingMatches) await sowMatch(sower, match, start)
  await sower.note('next-match', await sowMatch(sower, nextMatch, start))
  const running = await sowMatch(sower, runningMatch, start)
  await sower.once('running-match', () => playUpTo(sower, running, RULED_BEFORE), nobodyKnows)
}

async function sowSide(
  sower: Sower,
  seasonId: string,
  { key, players, ...side }: (typeof sides)[number],
): Promise<void> {
  const { p } = sower
  await sower.once(
    `side:${key}`,
    async () => {
      const { id } = await createSide(p, SYSTEM, side)
      const made = []
      for (const name of players) made.push((await createPlayer(p, SYSTEM, { name })).id)
      const roster = made.map((player, i) => ({ player, bench: i === made.length - 1 }))
      await setRoster(p, SYSTEM, seasonId, id, { players: roster })
      return id
    },
    nobodyKnows,
  )
}

const slugOf = ({ number }: DemoMatch): string => `match-${number}`

function sowMatch(sower: Sower, match: DemoMatch, start: Date): Promise<string> {
  const { p } = sower
  const at = new Date(start.getTime() + match.startsInSeconds * 1000)
  const eventId = match.event ? sower.idOf(`event:${match.event}`) : null
  return sower.once(
    `match:${match.number}`,
    () => addMatch(sower, match.sides, at, eventId, { number: match.number, slug: slugOf(match) }),
    async () => (await findMatchBySlug(p, slugOf(match)))?.id ?? null,
  )
}

/** A match of two of the demo's sides; without a number, the next of the season. */
export async function addMatch(
  sower: Sower,
  [a, b]: readonly [string, string],
  at: Date,
  eventId: string | null,
  named: { number?: number; slug?: string } = {},
): Promise<string> {
  const made = await createMatch(sower.p, SYSTEM, {
    ...named,
    seasonId: sower.idOf('season'),
    sides: [sower.idOf(`side:${a}`), sower.idOf(`side:${b}`)],
    start: { at: at.toISOString(), zone: brand.timeZone },
    eventId,
  })
  return made.id
}

/** Plays a match of the past as its seed has it, all of it. */
async function play(sower: Sower, id: string, seed: number): Promise<string> {
  const match = await requireMatch(sower, id)
  const facts = rulingsOf(match, randomFrom(seed), Infinity)
  const ended = new Date(match.scheduledAt.getTime() + PLAYED_MINUTES * MINUTE_MS)
  // Those that a killed sowing has told already are drawn anew: what stands in the log stays.
  if (match.head === 0) await tell(sower, id, facts.slice(0, 1), 0, match.scheduledAt)
  if (match.head <= 1) await tell(sower, id, facts.slice(1), 1, ended)
  return id
}

/** Plays so much of a match that has just begun. */
export async function playUpTo(sower: Sower, id: string, most: number): Promise<string> {
  const match = await requireMatch(sower, id)
  if (match.head === 0) await tell(sower, id, rulingsOf(match, Math.random, most), 0, sower.p.clock.now())
  return id
}

async function requireMatch({ p }: Sower, id: string): Promise<MatchRecord> {
  const match = await findMatch(p, id)
  if (!match) throw new Error(`The demo's match ${id} is not there.`)
  return match
}

const tell = ({ p }: Sower, id: string, facts: NewFact[], base: number, at: Date): Promise<unknown> =>
  recordFacts(p, SYSTEM, id, { base, facts }, at)

function rulingsOf(match: MatchRecord, chance: () => number, most: number): NewFact[] {
  let played: MatchRecord = { ...match, log: [] }
  const facts: NewFact[] = []
  while (facts.length < most) {
    const told = nextRuling(played, chance)
    if (!told) break
    const fact = NewFact.parse({ id: randomUUID(), ...told })
    facts.push(fact)
    played = { ...played, log: [...played.log, { seq: facts.length, at: match.scheduledAt, by: null, fact }] }
  }
  return facts
}
