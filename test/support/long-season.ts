import { randomUUID } from 'node:crypto'
import {
  createMatch,
  createPlayer,
  createSeason,
  createSide,
  NewFact,
  recordFacts,
  setRoster,
} from '../../src/league/public.ts'
import { TWELVE_ROUNDS } from '../../src/league/ruleset.ts'
import { startsIn } from '../../src/league/test-season.ts'
import { SYSTEM } from '../../src/people/public.ts'
import type { Platform } from '../../src/platform/platform.ts'

const ROUNDS = 10
const PLAYERS = 3
const RULES = {
  ...TWELVE_ROUNDS,
  rounds: ROUNDS,
  bonus: null,
  overtime: null,
  suddenDeath: null,
  draws: true,
}

export interface LongSeason {
  id: string
  /** Its first match. */
  first: string
  sides: number
  players: number
  rulings: number
}

interface Side {
  id: string
  players: string[]
}

/** A season that is over, of so many matches with twenty rulings each. */
export async function sowLongSeason(p: Platform, matches: number, sideCount = 20): Promise<LongSeason> {
  const { id } = await createSeason(p, SYSTEM, { name: 'Long Season', ruleset: RULES })
  const sides: Side[] = []
  for (let i = 0; i < sideCount; i++) sides.push(await sowSide(p, id, i))
  let first = ''
  for (let i = 0; i < matches; i++) {
    const pair = [at(sides, i), at(sides, i + 1 + (i % (sideCount - 1)))] as const
    const match = await createMatch(p, SYSTEM, {
      seasonId: id,
      sides: [pair[0].id, pair[1].id],
      start: startsIn(i * 1000),
    })
    first ||= match.id
    const facts = [{ kind: 'start' }, ...rulings(pair, i), { kind: 'end' }]
    await recordFacts(p, SYSTEM, match.id, {
      base: 0,
      facts: facts.map((fact) => NewFact.parse({ id: randomUUID(), ...fact })),
    })
  }
  return { id, first, sides: sideCount, players: sideCount * PLAYERS, rulings: matches * ROUNDS * 2 }
}

function at(sides: readonly Side[], place: number): Side {
  const side = sides[place % sides.length]
  if (!side) throw new Error('A season has sides.')
  return side
}

async function sowSide(p: Platform, seasonId: string, i: number): Promise<Side> {
  const { id } = await createSide(p, SYSTEM, { name: `Side ${i}`, short: `S${i}` })
  const players: string[] = []
  for (let n = 0; n < PLAYERS; n++)
    players.push((await createPlayer(p, SYSTEM, { name: `Player ${i}.${n}` })).id)
  await setRoster(p, SYSTEM, seasonId, id, { players: players.map((player) => ({ player })) })
  return { id, players }
}

const rulings = (pair: readonly [Side, Side], match: number) =>
  Array.from({ length: ROUNDS }, (_, i) => i + 1).flatMap((round) =>
    (round % 2 === 1 ? ([0, 1] as const) : ([1, 0] as const)).map((place) => {
      const correct = (match * 7 + round * 3 + place) % 3 !== 0
      const player = pair[place].players[(match + round) % PLAYERS]
      return {
        kind: 'rule',
        round,
        side: pair[place].id,
        ruling: correct ? 'correct' : 'wrong',
        credits: correct ? [{ player, sixths: 6 }] : [],
      }
    }),
  )
