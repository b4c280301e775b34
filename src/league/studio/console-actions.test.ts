import { describe, expect, it } from 'vitest'
import { TWELVE_ROUNDS } from '../ruleset.ts'
import { foldMatch, type Sides } from '../scoring.ts'
import type { LinedUp, MatchState, NewFact } from '../wire.ts'
import {
  type Action,
  type ConsoleMatch,
  mainActions,
  playerKey,
  playerOfKey,
  sideActions,
} from './console-actions.ts'

const player = (id: string) => ({ id, name: id })
const side = (id: string, name: string, players: string[]): LinedUp => ({ id, name, short: id, colour: null, active: players.map(player), bench: [] }) // prettier-ignore
const match: ConsoleMatch = {
  ruleset: { ...TWELVE_ROUNDS, rounds: 2, niche: null, bonus: { after: 2, min: 0, max: 3 } },
  sides: [side('H', 'Harbor City', ['pim', 'ree', 'sol']), side('O', 'Night Owls', ['mo', 'kit'])],
}
const SIDES: Sides = ['H', 'O']

function stateAfter(...told: Omit<NewFact & { kind: string }, 'id'>[]): MatchState {
  const at = new Date(0)
  const log = told.map((fact, i) => ({ seq: i + 1, at, by: null, fact: { ...fact, id: `f${i}` } as NewFact }))
  return foldMatch(match.ruleset, SIDES, log)
}
const rule = (round: number, of: string, ruling: string) =>
  ({ kind: 'rule', round, side: of, ruling, credits: [], points: null }) as unknown as NewFact

const start = { kind: 'start' } as NewFact
const nobody = { players: [], bonus: 3 }
const byKey = (actions: readonly Action[], key: string): Action | undefined =>
  actions.find((each) => each.key === key)

describe('what a host can do', () => {
  it('is to begin a match that has not begun, and to undo nothing', () => {
    const state = stateAfter()
    expect(mainActions(match, state, nobody).map(({ key }) => key)).toEqual(['b'])
    expect(sideActions(match, state, null).map(({ words }) => words)).toEqual([null, null, null])
  })

  it('says what each ruling of the question would bring, and tells it with who answered', () => {
    const actions = mainActions(match, stateAfter(start), { players: ['ree', 'mo'], bonus: 3 })
    expect(actions.map(({ key, detail }) => `${key}: ${detail}`)).toEqual([
      'c: +1 Harbor City',
      'x: no points',
      's: +1 Night Owls',
      'd: round 1 counts ×2',
      'v: throw it out',
    ])
    expect(byKey(actions, 'c')?.words).toMatchObject({ side: 'H', credits: [{ player: 'ree', sixths: 6 }] })
    expect(byKey(actions, 's')?.words).toMatchObject({ side: 'H', credits: [{ player: 'mo', sixths: 6 }] })
    expect(byKey(actions, 'x')?.words).toMatchObject({ credits: [] })
  })

  it('shares an answer in equal parts', () => {
    const actions = mainActions(match, stateAfter(start), { players: ['ree', 'pim', 'sol'], bonus: 3 })
    expect(byKey(actions, 'c')?.words).toMatchObject({
      credits: [{ sixths: 2 }, { sixths: 2 }, { sixths: 2 }],
    })
  })

  it('counts a double twice, and takes no second one', () => {
    const state = stateAfter(start, { kind: 'double', round: 1 } as NewFact)
    const actions = mainActions(match, state, nobody)
    expect(byKey(actions, 'c')?.detail).toBe('+2 Harbor City')
    expect(byKey(actions, 'd')).toMatchObject({ words: null, detail: 'round 1 is it' })
  })

  it('gives a bonus question to the side that its arrow points at, within the range of its points', () => {
    const state = stateAfter(start, rule(1, 'H', 'wrong'), rule(1, 'O', 'wrong'), rule(2, 'O', 'wrong'), rule(2, 'H', 'wrong')) // prettier-ignore
    const actions = mainActions(match, state, { players: [], bonus: 9 })
    expect(byKey(actions, 'arrowright')?.words).toMatchObject({ ruling: 'bonus', side: 'O', points: 3 })
    expect(byKey(actions, 'x')?.words).toMatchObject({ ruling: 'wrong', points: null })
  })

  it('goes on to overtime when it is level, and to the end with a question when it is decided', () => {
    const wrong = [rule(1, 'H', 'wrong'), rule(1, 'O', 'wrong'), rule(2, 'O', 'wrong'), rule(2, 'H', 'wrong')]
    const level = stateAfter(start, ...wrong, rule(3, 'H', 'void'))
    expect(mainActions(match, level, nobody)).toMatchObject([{ key: 'o', says: 'Play overtime' }])
    const bonus = {
      kind: 'rule',
      round: 3,
      side: 'H',
      ruling: 'bonus',
      credits: [],
      points: 2,
    } as unknown as NewFact
    const decided = stateAfter(start, ...wrong, bonus)
    const [end] = mainActions(match, decided, nobody)
    expect(end).toMatchObject({ key: 'e', detail: 'Harbor City 2, Night Owls 0', words: { kind: 'end' } })
    expect(end?.asks).toContain('Harbor City 2, Night Owls 0')
    expect(byKey(sideActions(match, decided, 'rule'), 'e')).toBeUndefined()
  })

  it('asks before it takes back what readers see at once', () => {
    const state = stateAfter(start)
    expect(byKey(sideActions(match, state, 'start'), 'u')?.asks).toContain('off the air')
    expect(byKey(sideActions(match, state, 'rule'), 'u')?.asks).toBeUndefined()
  })

  it('has a key for each player: the left hand for the left side', () => {
    expect(playerOfKey(match, '2')).toBe('ree')
    expect(playerOfKey(match, '6')).toBe('mo')
    expect(playerOfKey(match, '9')).toBeNull()
    expect(playerOfKey(match, 'c')).toBeNull()
    expect([playerKey(0, 4), playerKey(1, 4), playerKey(0, 5)]).toEqual(['5', '0', ''])
  })
})
