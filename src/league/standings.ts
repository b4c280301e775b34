import type { MatchResult } from './match-result.ts'
import type { Ruleset, TieBreak } from './ruleset.ts'
import type { Standing } from './wire.ts'

/** A match that has ended, by its time. */
export interface PlayedMatch {
  sides: readonly [string, string]
  result: MatchResult
}

export type SideName = Standing['side']

const FORM = 5

/** Ranks the sides of a season from the results of its matches, the earliest first, and says why ties stand as they do. */
export function standingsOf(
  rules: Ruleset,
  sides: readonly SideName[],
  matches: readonly PlayedMatch[],
): Standing[] {
  const tallies = new Map(sides.map((side) => [side.id, newTally(side)]))
  for (const match of matches) count(tallies, match)
  const pointed = [...tallies.values()].map((tally) => ({ ...tally, points: tablePoints(rules, tally) }))
  const groups = groupsBy(pointed, ({ points }) => points)
  const ranked: Row[] = groups.flatMap((group) =>
    group.length === 1
      ? group.map((tally) => ({ ...tally, why: '', level: null }))
      : breakTies(rules, matches, group, rules.tieBreaks),
  )
  return toStandings(rules, ranked)
}

interface Tally {
  side: SideName
  played: number
  wins: number
  overtimeWins: number
  losses: number
  overtimeLosses: number
  draws: number
  /** Over matches that were played out: a forfeit has no score. */
  playedOut: number
  scored: number
  conceded: number
  steals: number
  forfeits: number
  voids: number
  form: Standing['form']
}
type Pointed = Tally & { points: number }
/** `level`: names those that nothing parts. */
type Row = Pointed & { why: string; level: string | null }

const newTally = (side: SideName): Tally => ({
  side,
  played: 0,
  wins: 0,
  overtimeWins: 0,
  losses: 0,
  overtimeLosses: 0,
  draws: 0,
  playedOut: 0,
  scored: 0,
  conceded: 0,
  steals: 0,
  forfeits: 0,
  voids: 0,
  form: [],
})

function count(tallies: ReadonlyMap<string, Tally>, { sides, result }: PlayedMatch): void {
  const { outcome, points, steals } = result
  if (!outcome || outcome.kind === 'undecided') return
  for (const mine of [0, 1] as const) {
    const tally = tallies.get(sides[mine])
    if (!tally) continue
    const theirs = mine === 0 ? 1 : 0
    if (outcome.kind === 'void') {
      tally.voids++
      continue
    }
    const mark = markOf(outcome, sides[mine])
    tally.played++
    tally.form = [...tally.form, mark.form].slice(-FORM)
    mark.add(tally)
    if (outcome.kind === 'win' && outcome.how === 'forfeit') {
      tally.forfeits += outcome.loser === sides[mine] ? 1 : 0
      continue
    }
    tally.playedOut++
    tally.scored += points[mine]
    tally.conceded += points[theirs]
    tally.steals += steals[mine]
  }
}

type Decided = Exclude<NonNullable<MatchResult['outcome']>, { kind: 'void' | 'undecided' }>

function markOf(outcome: Decided, side: string): { form: Standing['form'][number]; add(tally: Tally): void } {
  if (outcome.kind === 'draw') return { form: 'D', add: (tally) => void tally.draws++ }
  const late = outcome.how === 'overtime'
  if (outcome.winner === side)
    return {
      form: 'W',
      add: (tally) => {
        tally.wins++
        if (late) tally.overtimeWins++
      },
    }
  if (late) return { form: 'OTL', add: (tally) => void tally.overtimeLosses++ }
  return { form: 'L', add: (tally) => void tally.losses++ }
}

const tablePoints = ({ table }: Ruleset, tally: Tally): number =>
  (tally.wins - tally.overtimeWins) * table.win +
  tally.overtimeWins * table.overtimeWin +
  tally.overtimeLosses * table.overtimeLoss +
  tally.losses * table.loss +
  tally.draws * table.draw

const averageOf = ({ scored, playedOut }: Tally): number => (playedOut === 0 ? 0 : scored / playedOut)

/** Highest first; members of a group keep their order. */
function groupsBy<T>(items: readonly T[], valueOf: (item: T) => number): T[][] {
  return [...Map.groupBy(items, valueOf)].sort(([a], [b]) => b - a).map(([, group]) => group)
}

interface Breaker {
  says: string
  valueOf(tally: Pointed, group: readonly Pointed[], matches: readonly PlayedMatch[], rules: Ruleset): number
  shown: (value: number) => string
}

const plain = String
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '\u2212'))

const BREAKERS: Record<TieBreak, Breaker> = {
  wins: { says: 'wins', valueOf: ({ wins }) => wins, shown: plain },
  'head-to-head': { says: 'the matches between them', valueOf: headToHead, shown: plain },
  difference: {
    says: 'point difference',
    valueOf: ({ scored, conceded }) => scored - conceded,
    shown: signed,
  },
  average: { says: 'average', valueOf: averageOf, shown: (value) => value.toFixed(2) },
  scored: { says: 'points scored', valueOf: ({ scored }) => scored, shown: plain },
  steals: { says: 'steals', valueOf: ({ steals }) => steals, shown: plain },
  'fewest-losses': {
    says: 'fewer losses',
    valueOf: ({ losses, overtimeLosses }) => -(losses + overtimeLosses),
    shown: (value) => plain(Math.abs(value)),
  },
}

/** The table of the matches among those that are level. */
function headToHead(
  tally: Pointed,
  group: readonly Pointed[],
  matches: readonly PlayedMatch[],
  rules: Ruleset,
): number {
  const members = new Set(group.map(({ side }) => side.id))
  const own = new Map([[tally.side.id, newTally(tally.side)]])
  for (const match of matches) if (match.sides.every((side) => members.has(side))) count(own, match)
  const among = own.get(tally.side.id)
  return among ? tablePoints(rules, among) : 0
}

/** One tie-break after the other, each among those that are still level. */
function breakTies(
  rules: Ruleset,
  matches: readonly PlayedMatch[],
  group: readonly Pointed[],
  [first, ...rest]: readonly TieBreak[],
): Row[] {
  if (group.length === 1) return group.map((tally) => ({ ...tally, why: '', level: null }))
  if (!first) return unparted(group)
  const breaker = BREAKERS[first]
  const values = new Map(group.map((tally) => [tally, breaker.valueOf(tally, group, matches, rules)]))
  const parts = groupsBy(group, (tally) => values.get(tally) ?? 0)
  if (parts.length === 1) return breakTies(rules, matches, group, rest)
  return parts.flatMap((part, i) =>
    breakTies(rules, matches, part, rest).map((row) => ({
      ...row,
      why: [parted(breaker, values, part, parts, i), row.why].filter(Boolean).join(' '),
    })),
  )
}

const byName = (group: readonly Pointed[]): Pointed[] =>
  group.toSorted((a, b) => (a.side.name < b.side.name ? -1 : 1))

/** "Ahead of Night Owls on point difference, +12 to +7." Said of the next below; by the last of the next above. */
function parted(
  { says, shown }: Breaker,
  values: ReadonlyMap<Pointed, number>,
  part: readonly Pointed[],
  parts: readonly (readonly Pointed[])[],
  i: number,
): string {
  const isLast = i === parts.length - 1
  const other = parts[isLast ? i - 1 : i + 1] ?? []
  const value = ([one]: readonly Pointed[]): string => (one ? shown(values.get(one) ?? 0) : '')
  return `${isLast ? 'Behind' : 'Ahead of'} ${namesOf(other)} on ${says}, ${value(part)} to ${value(other)}.`
}

const stillLevel = (tally: Pointed, group: readonly Pointed[]): string =>
  `Level with ${namesOf(group.filter((other) => other !== tally))} after every tie-break.`

const list = new Intl.ListFormat('en', { type: 'conjunction' })
const namesOf = (group: readonly Pointed[]): string => list.format(byName(group).map(({ side }) => side.name))

function unparted(group: readonly Pointed[]): Row[] {
  const level = group.map(({ side }) => side.id).join(' ')
  return byName(group).map((tally) => ({ ...tally, why: stillLevel(tally, group), level }))
}

/** Those that nothing parts share a rank. */
function toStandings(rules: Ruleset, rows: readonly Row[]): Standing[] {
  let rank = 0
  return rows.map((row, i) => {
    if (row.level === null || row.level !== rows[i - 1]?.level) rank = i + 1
    return {
      rank,
      side: row.side,
      played: row.played,
      wins: row.wins,
      losses: row.losses,
      overtimeLosses: row.overtimeLosses,
      draws: row.draws,
      record: [row.wins, row.losses, row.overtimeLosses, ...(rules.draws ? [row.draws] : [])].join('-'),
      points: row.points,
      scored: row.scored,
      conceded: row.conceded,
      difference: row.scored - row.conceded,
      average: averageOf(row),
      steals: row.steals,
      form: row.form,
      forfeits: row.forfeits,
      voids: row.voids,
      why: row.why,
      tied: row.level !== null,
    }
  })
}
