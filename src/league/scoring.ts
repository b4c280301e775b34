import {
  type Deed,
  deedsOf,
  type FactOf,
  inOrder,
  type LogEntry,
  redoableOf,
  standingOf,
  undoableOf,
} from './match-log.ts'
import {
  overtimeRounds,
  type PlannedRound,
  regulationRounds,
  rulingsOf,
  suddenDeathRound,
} from './match-rounds.ts'
import type { Ruleset } from './ruleset.ts'
import type {
  Allowed,
  MatchPhase,
  MatchState,
  Outcome,
  Pair,
  PlayerTotal,
  QuestionState,
  RoundState,
  SideTotal,
  Turn,
} from './wire.ts'

export type Sides = readonly [string, string]

/** A match as its log says it is. Pure: the console folds what it has not sent yet just so. */
export function foldMatch(rules: Ruleset, sides: Sides, log: readonly LogEntry[]): MatchState {
  const entries = inOrder(log)
  const standing = standingOf(entries)
  const state = foldDeeds(rules, sides, deedsOf(standing))
  const [undo, redo] = [undoableOf(standing), redoableOf(entries, standing)]
  return { ...state, allowed: { ...state.allowed, undo, redo } }
}

/** The same from what stands alone. */
export function foldDeeds(rules: Ruleset, sides: Sides, deeds: readonly Deed[]): MatchState {
  const sheet = sheetOf(deeds)
  const { periods, periodsLeft } = playedPeriods(rules, sides, sheet)
  const rounds = periods.flat()
  const points = totalOf(rounds.map((round) => round.points))
  const { course } = sheet
  const open = sheet.startedAt && !course ? openQuestion(rounds) : null
  const leader = points[0] === points[1] ? null : points[0] > points[1] ? sides[0] : sides[1]
  const isThrough = rounds.every(isComplete)
  const next = leader === null ? (periodsLeft[0] ?? null) : null
  const phase = phaseOf(sheet, isThrough, leader, next)
  return {
    phase,
    sides: [sideTotal(sides, 0, rounds), sideTotal(sides, 1, rounds)],
    rounds,
    turn: open && turnOf(rules, open.round, open.question),
    leader,
    outcome:
      course && outcomeOf(rules, sides, course, { isThrough, leader, next, extra: periods.length > 1 }),
    players: playerTotals(sides, rounds),
    allowed: allowedIn(rules, sheet, phase, rounds, next),
    startedAt: sheet.startedAt?.toISOString() ?? null,
    endedAt: course?.at.toISOString() ?? null,
    moot: mootOf(sheet, rounds),
  }
}

type Ending = Deed & { fact: FactOf<'end'> | FactOf<'forfeit'> | FactOf<'void'> }
type RuleEntry = Deed & { fact: FactOf<'rule'> }

/** What stands, sorted by what it is about. */
interface Sheet {
  startedAt: Date | null
  /** What ended the match, unless it was reopened. */
  course: Ending | null
  doubleRound: number | null
  periodsBegun: number
  rulings: Map<number, RuleEntry[]>
  amends: Map<string, FactOf<'amend'>>
}

function sheetOf(deeds: readonly Deed[]): Sheet {
  const sheet: Sheet = {
    startedAt: null,
    course: null,
    doubleRound: null,
    periodsBegun: 0,
    rulings: new Map(),
    amends: new Map(),
  }
  for (const deed of deeds) note(sheet, deed)
  return sheet
}

function note(sheet: Sheet, deed: Deed): void {
  const { fact } = deed
  switch (fact.kind) {
    case 'start':
      sheet.startedAt ??= deed.at
      break
    case 'rule':
      sheet.rulings.set(fact.round, [...(sheet.rulings.get(fact.round) ?? []), { ...deed, fact }])
      break
    case 'amend':
      sheet.amends.set(fact.target, fact)
      break
    case 'double':
      sheet.doubleRound ??= fact.round
      break
    case 'overtime':
      sheet.periodsBegun++
      break
    case 'end':
    case 'forfeit':
    case 'void':
      sheet.course = { ...deed, fact }
      break
    case 'reopen':
      sheet.course = null
      break
  }
}

const isComplete = ({ questions }: RoundState): boolean => questions.every(({ ruling }) => ruling !== null)

const totalOf = (all: readonly Pair[]): Pair => all.reduce<Pair>(([a, b], [c, d]) => [a + c, b + d], [0, 0])

const isLevel = (rounds: readonly RoundState[]): boolean => {
  const [a, b] = totalOf(rounds.map(({ points }) => points))
  return a === b
}

type Period = 'overtime' | 'sudden-death'

/** The periods that were reached: a further one needs that all before it is played and level, and that somebody has begun it. */
function playedPeriods(rules: Ruleset, sides: Sides, sheet: Sheet) {
  const draw = (round: PlannedRound) => roundState(rules, sides, sheet, round)
  const periods = [regulationRounds(rules).map(draw)]
  const periodsLeft: Period[] = [
    ...(rules.overtime ? (['overtime'] as const) : []),
    ...(rules.suddenDeath ? (['sudden-death'] as const) : []),
  ]
  for (let begun = 0; begun < sheet.periodsBegun; begun++) {
    const played = periods.flat()
    const next = periodsLeft[0]
    if (!next || !played.every(isComplete) || !isLevel(played)) break
    periodsLeft.shift()
    periods.push(next === 'overtime' ? overtimeRounds(rules).map(draw) : suddenDeath(rules, draw))
  }
  return { periods, periodsLeft }
}

function suddenDeath(rules: Ruleset, draw: (round: PlannedRound) => RoundState): RoundState[] {
  const rounds: RoundState[] = []
  if (!rules.suddenDeath) return rounds
  do rounds.push(draw(suddenDeathRound(rules, rules.suddenDeath, rounds.length + 1)))
  while (rounds.every(isComplete) && isLevel(rounds))
  return rounds
}

function roundState(rules: Ruleset, sides: Sides, sheet: Sheet, planned: PlannedRound): RoundState {
  const { round, kind, label, first } = planned
  const double = rules.double !== null && sheet.doubleRound === round
  const ruled = sheet.rulings.get(round) ?? []
  const asked = kind === 'bonus' ? [null] : [sides[first], sides[1 - first] ?? null]
  const questions = asked.map((side) =>
    questionState(
      rules,
      sides,
      sheet,
      planned,
      double,
      side,
      // Both hosts' rulings of one question cannot both stand; should they, the first counts.
      ruled.find(({ fact }) => side === null || fact.side === side) ?? null,
    ),
  )
  return { round, kind, label, double, questions, points: totalOf(questions.map(({ points }) => points)) }
}

function questionState(
  rules: Ruleset,
  sides: Sides,
  { amends }: Sheet,
  planned: PlannedRound,
  double: boolean,
  side: string | null,
  entry: RuleEntry | null,
): QuestionState {
  if (!entry)
    return { side, factId: null, ruling: null, wonBy: null, points: [0, 0], credits: [], amended: false }
  const amend = amends.get(entry.fact.id)
  const { ruling, credits, points } = amend ?? entry.fact
  const wonBy = ruling === 'bonus' ? (amend?.side ?? entry.fact.side) : null
  const factor = double ? (rules.double?.factor ?? 1) : 1
  return {
    side,
    factId: entry.fact.id,
    ruling,
    wonBy,
    points: pointsFor(sides, planned, factor, { ruling, side: wonBy ?? side, points }),
    credits,
    amended: amend !== undefined,
  }
}

function pointsFor(
  sides: Sides,
  { points: worth }: PlannedRound,
  factor: number,
  { ruling, side, points }: { ruling: QuestionState['ruling']; side: string | null; points: number | null },
): Pair {
  const own = (mine: number, theirs = 0): Pair => (side === sides[1] ? [theirs, mine] : [mine, theirs])
  switch (ruling) {
    case 'correct':
      return own(worth.correct * factor)
    case 'steal':
      return own(worth.wrong * factor, worth.steal * factor)
    case 'wrong':
      return own(worth.wrong * factor)
    case 'bonus':
      return own(points ?? 0)
    case 'void':
    case null:
      return [0, 0]
  }
}

function openQuestion(rounds: readonly RoundState[]) {
  for (const round of rounds)
    for (const question of round.questions) if (question.ruling === null) return { round, question }
  return null
}

/** The plan of a round that has been reached. */
export const plannedRound = (
  rules: Ruleset,
  { round, kind, label }: Pick<RoundState, 'round' | 'kind' | 'label'>,
) => {
  if (kind === 'sudden-death' && rules.suddenDeath)
    return suddenDeathRound(rules, rules.suddenDeath, Number(label.slice(3)))
  return [...regulationRounds(rules), ...overtimeRounds(rules)].find((planned) => planned.round === round)
}

function turnOf(rules: Ruleset, state: RoundState, { side }: QuestionState): Turn | null {
  const planned = plannedRound(rules, state)
  if (!planned) return null
  const { round, kind, label, double } = state
  const bonus = kind === 'bonus' && rules.bonus ? { min: rules.bonus.min, max: rules.bonus.max } : null
  return { round, kind, label, double, side, rulings: rulingsOf(rules, planned, double), bonus }
}

function phaseOf(
  { startedAt, course }: Sheet,
  isThrough: boolean,
  leader: string | null,
  next: Period | null,
): MatchPhase {
  if (course) return 'ended'
  if (!startedAt) return 'scheduled'
  if (!isThrough) return 'playing'
  return leader === null && next !== null ? 'level' : 'decided'
}

interface Standing {
  isThrough: boolean
  leader: string | null
  next: Period | null
  /** More than the regulation was played. */
  extra: boolean
}

function outcomeOf(
  rules: Ruleset,
  sides: Sides,
  { fact }: Ending,
  { isThrough, leader, next, extra }: Standing,
): Outcome {
  if (fact.kind === 'void') return { kind: 'void' }
  const won = (winner: string, how: 'rounds' | 'overtime' | 'forfeit'): Outcome => ({
    kind: 'win',
    winner,
    loser: winner === sides[0] ? sides[1] : sides[0],
    how,
  })
  if (fact.kind === 'forfeit') return won(fact.side === sides[0] ? sides[1] : sides[0], 'forfeit')
  if (!isThrough) return { kind: 'undecided' }
  if (leader !== null) return won(leader, extra ? 'overtime' : 'rounds')
  return rules.draws && next === null ? { kind: 'draw' } : { kind: 'undecided' }
}

function allowedIn(
  rules: Ruleset,
  sheet: Sheet,
  phase: MatchPhase,
  rounds: readonly RoundState[],
  next: Period | null,
): Allowed {
  const untouched = ({ kind, questions }: RoundState) =>
    (kind === 'plain' || kind === 'niche') && questions.every(({ ruling }) => ruling === null)
  const mayDouble = phase === 'playing' && rules.double !== null && sheet.doubleRound === null
  return {
    start: phase === 'scheduled',
    double: mayDouble ? rounds.filter(untouched).map(({ round }) => round) : [],
    overtime: phase === 'level' ? next : null,
    end: phase === 'decided',
    reopen: phase === 'ended',
    breakOff: phase !== 'ended',
    undo: null,
    redo: null,
  }
}

function sideTotal(sides: Sides, place: 0 | 1, rounds: readonly RoundState[]): SideTotal {
  const side = sides[place]
  const questions = rounds.flatMap((round) => round.questions)
  const own = questions.filter((question) => question.side === side)
  const theirs = questions.filter((question) => question.side !== null && question.side !== side)
  const count = (of: QuestionState[], ...rulings: QuestionState['ruling'][]) =>
    of.filter(({ ruling }) => rulings.includes(ruling)).length
  return {
    side,
    points: totalOf(rounds.map(({ points }) => points))[place],
    correct: count(own, 'correct'),
    wrong: count(own, 'wrong', 'steal'),
    steals: count(theirs, 'steal'),
  }
}

/** The place of the side that an answer's credits belong to; null: nobody scored. */
export function scorerOf(
  sides: Sides,
  { ruling, side, wonBy }: Pick<QuestionState, 'ruling' | 'side' | 'wonBy'>,
): 0 | 1 | null {
  const asked = side === sides[1] ? 1 : 0
  if (ruling === 'correct') return asked
  if (ruling === 'steal') return asked === 0 ? 1 : 0
  if (ruling === 'bonus') return wonBy === sides[1] ? 1 : 0
  return null
}

function playerTotals(sides: Sides, rounds: readonly RoundState[]): PlayerTotal[] {
  const totals = new Map<string, PlayerTotal>()
  for (const question of rounds.flatMap((round) => round.questions)) {
    const scorer = scorerOf(sides, question)
    if (scorer === null) continue
    for (const { player, sixths } of question.credits) {
      const side = sides[scorer]
      const total = totals.get(player) ?? {
        player,
        side,
        answers: 0,
        answerSixths: 0,
        steals: 0,
        pointSixths: 0,
      }
      total.answers++
      total.answerSixths += sixths
      total.steals += question.ruling === 'steal' ? 1 : 0
      total.pointSixths += sixths * question.points[scorer]
      totals.set(player, total)
    }
  }
  return [...totals.values()].sort((a, b) => b.pointSixths - a.pointSixths || (a.player < b.player ? -1 : 1))
}

const mootOf = ({ rulings }: Sheet, rounds: readonly RoundState[]): number => {
  const played = new Set(rounds.map(({ round }) => round))
  return [...rulings].reduce((sum, [round, ruled]) => sum + (played.has(round) ? 0 : ruled.length), 0)
}
