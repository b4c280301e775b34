import { SYSTEM } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { createMatch } from './create-match.ts'
import { createPlayer } from './create-player.ts'
import { createSeason } from './create-season.ts'
import { createSide } from './create-side.ts'
import { ruleMatch } from './rule-match.ts'
import { setRoster } from './set-roster.ts'
import type { NewMatch, Ruling } from './wire.ts'

export interface SmallSeason {
  id: string
  /** Harbor City and Night Owls, with a player each. */
  sides: [string, string]
  players: [string, string]
  match(given?: Partial<NewMatch>): Promise<string>
  start(match: string): Promise<unknown>
  rule(match: string, round: number, side: 0 | 1, ruling: Ruling): Promise<unknown>
  /** Rules everything that is left, the first side taking so many of its own questions and the second none, and ends it. */
  finish(match: string, taken: number): Promise<void>
}

/** A season of two sides. `name` keeps the names of several apart. */
export async function smallSeason(p: Platform, name = ''): Promise<SmallSeason> {
  const { id } = await createSeason(p, SYSTEM, { name: `Season 4${name}` })
  const harbor = await side(p, id, `Harbor City${name}`, 'HC', `Ree Sato${name}`)
  const owls = await side(p, id, `Night Owls${name}`, 'NO', `Mo Vance${name}`)
  const sides: [string, string] = [harbor.side, owls.side]
  const players: [string, string] = [harbor.player, owls.player]
  const rule: SmallSeason['rule'] = (match, round, at, ruling) => {
    const scorer = players[ruling === 'steal' ? 1 - at : at]
    const credits = ruling === 'wrong' || scorer === undefined ? [] : [{ player: scorer, sixths: 6 }]
    return ruleMatch(p, SYSTEM, match, { kind: 'rule', round, side: sides[at], ruling, credits })
  }
  return {
    id,
    sides,
    players,
    rule,
    match: async (given = {}) =>
      (await createMatch(p, SYSTEM, { seasonId: id, sides, start: startsIn(0), ...given })).id,
    start: (match) => ruleMatch(p, SYSTEM, match, { kind: 'start' }),
    finish: async (match, taken) => {
      for (let round = 1; round <= 12; round++)
        for (const at of round % 2 === 1 ? ([0, 1] as const) : ([1, 0] as const))
          await rule(match, round, at, at === 0 && round <= taken ? 'correct' : 'wrong')
      await ruleMatch(p, SYSTEM, match, {
        kind: 'rule',
        round: 13,
        side: sides[1],
        ruling: 'bonus',
        points: 0,
      })
      await ruleMatch(p, SYSTEM, match, { kind: 'end' })
    },
  }
}

export const startsIn = (ms: number): NewMatch['start'] => ({
  at: new Date(Date.now() + ms).toISOString(),
  zone: 'America/New_York',
})

async function side(p: Platform, season: string, name: string, short: string, playerName: string) {
  const { id } = await createSide(p, SYSTEM, { name, short })
  const player = await createPlayer(p, SYSTEM, { name: playerName })
  await setRoster(p, SYSTEM, season, id, { players: [{ player: player.id }] })
  return { side: id, player: player.id }
}
