import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchResult } from './match-result.ts'
import { playerTotalsOf } from './player-totals.ts'
import { type Ruleset, TWELVE_ROUNDS } from './ruleset.ts'
import { formatSixths } from './sixths.ts'
import { type PlayedMatch, standingsOf } from './standings.ts'
import { uuid } from './test-log.ts'

const NAMES = ['Harbor City', 'Night Owls', 'Longshots', 'Ice House']
const SIDES = NAMES.map((name, i) => ({ id: uuid(i + 1), name, short: name.slice(0, 2), colour: null }))
const idOf = (name: string): string => SIDES.find((side) => side.name.startsWith(name))?.id ?? ''

type How = 'rounds' | 'overtime' | 'forfeit' | 'draw' | 'void' | 'undecided'

/** "Harbor 7–6 Night": by rounds unless told. */
function played(text: string, how: How = 'rounds', steals: [number, number] = [0, 0]): PlayedMatch {
  const [, a = '', x, y, b = ''] = /^(\w+) (\d+)–(\d+) (\w+)$/.exec(text) ?? []
  const [first, second] = [idOf(a), idOf(b)]
  const points: [number, number] = [Number(x), Number(y)]
  const [winner, loser] = points[0] > points[1] ? [first, second] : [second, first]
  const outcome: MatchResult['outcome'] =
    how === 'draw' || how === 'void' || how === 'undecided'
      ? { kind: how }
      : { kind: 'win', winner, loser, how }
  return { sides: [first, second], result: { phase: 'ended', points, steals, outcome, players: [] } }
}

const table = (matches: PlayedMatch[], rules: Partial<Ruleset> = {}) =>
  standingsOf({ ...TWELVE_ROUNDS, ...rules }, SIDES, matches)
const order = (rows: ReturnType<typeof table>): string[] => rows.map(({ side }) => side.name)
const of = (rows: ReturnType<typeof table>, name: string) =>
  rows.find(({ side }) => side.name.startsWith(name))

describe('a table', () => {
  it('keeps records as wins, losses and losses in overtime, and averages by whole points', () => {
    const rows = table([
      played('Harbor 12–9 Night'),
      played('Harbor 10–11 Long', 'overtime'),
      played('Harbor 8–14 Ice'),
      played('Night 3–2 Harbor'),
    ])
    expect(of(rows, 'Harbor')).toMatchObject({
      record: '1-2-1',
      points: 3,
      played: 4,
      scored: 32,
      conceded: 37,
      difference: -5,
      average: 8,
      form: ['W', 'OTL', 'L', 'L'],
    })
    expect(of(rows, 'Long')).toMatchObject({ record: '1-0-0', points: 2 })
  })

  it('shows draws where the rules know them', () => {
    const rows = table([played('Harbor 5–5 Night', 'draw')], { draws: true })
    expect(of(rows, 'Harbor')).toMatchObject({ record: '0-0-0-1', points: 1, form: ['D'] })
  })

  it('counts a forfeit in the record and in no average, and what is void or undecided in neither', () => {
    const rows = table([
      played('Harbor 9–3 Night'),
      played('Harbor 0–1 Night', 'forfeit'),
      played('Harbor 5–4 Night', 'void'),
      played('Harbor 5–5 Night', 'undecided'),
    ])
    expect(of(rows, 'Harbor')).toMatchObject({
      played: 2,
      record: '1-1-0',
      average: 9,
      scored: 9,
      forfeits: 1,
      voids: 1,
    })
    expect(of(rows, 'Night')).toMatchObject({ record: '1-1-0', scored: 3, forfeits: 0, voids: 1 })
  })

  it('keeps the last five results for the form', () => {
    const rows = table(
      Array.from({ length: 7 }, (_, i) => played(i < 2 ? 'Harbor 1–2 Night' : 'Harbor 2–1 Night')),
    )
    expect(of(rows, 'Harbor')?.form).toEqual(['W', 'W', 'W', 'W', 'W'])
  })
})

describe('a tie', () => {
  it('is broken by the matches between those who are level, and says so', () => {
    const rows = table([
      played('Harbor 5–4 Night'),
      played('Night 20–1 Ice'),
      played('Ice 3–2 Harbor'),
      played('Long 2–9 Ice', 'forfeit'),
    ])
    expect(order(rows)).toEqual(['Ice House', 'Harbor City', 'Night Owls', 'Longshots'])
    expect(of(rows, 'Harbor')?.why).toBe('Ahead of Night Owls on the matches between them, 2 to 0.')
    expect(of(rows, 'Night')?.why).toBe('Behind Harbor City on the matches between them, 0 to 2.')
    expect(of(rows, 'Ice')?.why).toBe('')
  })

  it('goes on to the next of the season’s tie-breaks, in their order', () => {
    const matches = [played('Harbor 9–2 Long'), played('Night 8–2 Ice')]
    const byDifference = table(matches)
    expect(of(byDifference, 'Harbor')?.why).toBe('Ahead of Night Owls on point difference, +7 to +6.')
    expect(of(byDifference, 'Ice')?.why).toBe('Ahead of Longshots on point difference, −6 to −7.')
    const steals = [played('Harbor 9–2 Long', 'rounds', [1, 0]), played('Night 8–2 Ice', 'rounds', [4, 0])]
    expect(order(table(steals, { tieBreaks: ['steals', 'difference'] })).slice(0, 2)).toEqual([
      'Night Owls',
      'Harbor City',
    ])
  })

  it('that nothing breaks is said, and its sides share a rank', () => {
    const rows = table([played('Harbor 9–2 Long'), played('Night 9–2 Ice')])
    expect(rows.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [3, true],
      [3, true],
    ])
    expect(of(rows, 'Harbor')?.why).toBe('Level with Night Owls after every tie-break.')
  })

  it('of three is parted step by step', () => {
    const rows = table([played('Harbor 5–4 Night'), played('Night 5–4 Long'), played('Long 9–4 Harbor')])
    expect(order(rows)).toEqual(['Longshots', 'Night Owls', 'Harbor City', 'Ice House'])
    expect(of(rows, 'Night')?.why).toBe('Ahead of Harbor City on point difference, 0 to −4.')
  })
})

describe('whatever was played', () => {
  const some = fc.array(
    fc.record({
      pair: fc.constantFrom(
        'Harbor|Night',
        'Night|Long',
        'Long|Ice',
        'Ice|Harbor',
        'Night|Ice',
        'Long|Harbor',
      ),
      a: fc.nat(20),
      b: fc.nat(20),
      how: fc.constantFrom<How>('rounds', 'overtime', 'forfeit', 'void', 'undecided'),
    }),
    { maxLength: 40 },
  )
  const toMatches = (all: { pair: string; a: number; b: number; how: How }[]) =>
    all
      .filter(({ a, b }) => a !== b)
      .map(({ pair, a, b, how }) => {
        const [x, y] = pair.split('|')
        return played(`${x} ${a}–${b} ${y}`, how)
      })

  it('every side stands in the table once, points never rise downwards, and what one wins another loses', () => {
    fc.assert(
      fc.property(some, (all) => {
        const rows = table(toMatches(all))
        expect(new Set(order(rows)).size).toBe(SIDES.length)
        const points = rows.map((row) => row.points)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
        const sum = (value: (row: (typeof rows)[0]) => number) =>
          rows.reduce((total, row) => total + value(row), 0)
        expect(sum(({ wins }) => wins)).toBe(sum(({ losses, overtimeLosses }) => losses + overtimeLosses))
        expect(sum(({ difference }) => difference)).toBe(0)
        const ranks = rows.map(({ rank }) => rank)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        for (const row of rows)
          if (!row.tied) expect(ranks.filter((rank) => rank === row.rank)).toHaveLength(1)
      }),
    )
  })

  it('the order in which the sides are given changes nothing', () => {
    fc.assert(
      fc.property(some, fc.shuffledSubarray(SIDES, { minLength: SIDES.length }), (all, sides) => {
        const matches = toMatches(all)
        expect(standingsOf(TWELVE_ROUNDS, sides, matches)).toEqual(table(matches))
      }),
    )
  })
})

describe('player totals', () => {
  const [ree, mo, pim] = [uuid(11), uuid(21), uuid(12)]
  const players = new Map([ree, mo, pim].map((id, i) => [id, { id, name: ['Ree', 'Mo', 'Pim'][i] ?? '' }]))
  const sides = new Map(SIDES.map((side) => [side.id, side]))
  const total = (player: string, side: string, sixths: number) => ({
    player,
    side: idOf(side),
    answers: 1,
    answerSixths: 6,
    steals: 0,
    pointSixths: sixths,
  })
  const match = (how: How, ...all: ReturnType<typeof total>[]) => {
    const one = played('Harbor 7–6 Night', how)
    return { sides: one.sides, result: { ...one.result, players: all }, active: [[ree, pim], [mo]] }
  }

  it('sum parts of answers, and count a match for who was active without a point', () => {
    const rows = playerTotalsOf(players, sides, [
      match('rounds', total(ree, 'Harbor', 15), total(mo, 'Night', 6)),
      match('overtime', total(ree, 'Harbor', 2)),
      match('forfeit', total(mo, 'Night', 60)),
      match('void', total(mo, 'Night', 60)),
    ])
    expect(rows.map(({ player, points, matches, rank }) => [rank, player.name, points, matches])).toEqual([
      [1, 'Ree', '2⅚', 2],
      [2, 'Mo', '1', 2],
      [3, 'Pim', '0', 2],
    ])
  })

  it('are said in sixths that people read', () => {
    expect([0, 1, 2, 3, 6, 15, -9].map(formatSixths)).toEqual(['0', '⅙', '⅓', '½', '1', '2½', '−1½'])
  })
})
