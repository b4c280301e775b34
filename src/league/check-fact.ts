import { deedsOf, inOrder, type LogEntry, standingOf } from './match-log.ts'
import { rulingsOf } from './match-rounds.ts'
import type { Ruleset } from './ruleset.ts'
import { foldMatch, plannedRound, scorerOf, type Sides } from './scoring.ts'
import type { Credit, MatchState, NewFact, RoundState, Ruling } from './wire.ts'

/** A match as far as its log can be checked against it. */
export interface Playing {
  rules: Ruleset
  sides: Sides
  /** Who may be credited, by side. */
  players: readonly [ReadonlySet<string>, ReadonlySet<string>]
}

/** Why this fact cannot be added to the log now, as a sentence that says what to do; null: it can. */
export function problemOf(match: Playing, log: readonly LogEntry[], fact: NewFact): string | null {
  const state = foldMatch(match.rules, match.sides, log)
  switch (fact.kind) {
    case 'rule':
      return problemOfRule(match, state, fact)
    case 'amend':
      return problemOfAmend(match, state, log, fact)
    case 'undo':
      return fact.target === state.allowed.undo
        ? null
        : 'Only the last thing that counts can be taken back. Amend an earlier ruling instead.'
    case 'redo':
      return fact.target === state.allowed.redo
        ? null
        : 'There is no undo of that name to take back, or something was done since.'
    case 'double':
      return problemOfDouble(match, state, fact.round)
    case 'forfeit':
      return match.sides.includes(fact.side) ? problemOfCourse(state, 'forfeit') : NOT_PLAYING
    case 'start':
    case 'overtime':
    case 'end':
    case 'reopen':
    case 'void':
      return problemOfCourse(state, fact.kind)
  }
}

const NOT_PLAYING = 'That side does not play in this match. Take one of its two sides.'

type Course = 'start' | 'overtime' | 'end' | 'reopen' | 'forfeit' | 'void'

function problemOfCourse({ phase, allowed }: MatchState, kind: Course): string | null {
  const may = {
    start: allowed.start,
    overtime: allowed.overtime !== null,
    end: allowed.end,
    reopen: allowed.reopen,
    forfeit: allowed.breakOff,
    void: allowed.breakOff,
  }[kind]
  return may ? null : WHY_NOT[kind](phase)
}

const WHY_NOT: Record<Course, (phase: MatchState['phase']) => string> = {
  start: () => 'This match has started already.',
  overtime: () => 'Overtime can begin only when all is played and the score is level.',
  end: (phase) =>
    phase === 'ended'
      ? 'This match has ended already.'
      : phase === 'level'
        ? 'The score is level: play overtime or sudden death before you end it.'
        : 'There are questions left. Rule them, or break the match off as a forfeit or as void.',
  reopen: () => 'This match has not ended.',
  forfeit: () => 'This match has ended. Reopen it first.',
  void: () => 'This match has ended. Reopen it first.',
}

function problemOfDouble(
  { rules }: Playing,
  { phase, allowed, rounds }: MatchState,
  round: number,
): string | null {
  if (allowed.double.includes(round)) return null
  if (!rules.double) return 'These rules know no double.'
  if (phase !== 'playing')
    return 'The double is chosen while the match is played, before the first answer of its round.'
  return rounds.some(({ double }) => double)
    ? 'The double of this match has been chosen. Take that back first.'
    : 'That round cannot be the double: it has begun, or it is none in which either side is asked.'
}

type Rule = Extract<NewFact, { kind: 'rule' }>
type Amend = Extract<NewFact, { kind: 'amend' }>

function problemOfRule(match: Playing, { turn, phase, rounds }: MatchState, fact: Rule): string | null {
  if (!match.sides.includes(fact.side)) return NOT_PLAYING
  if (phase === 'scheduled') return 'This match has not started. Start it first.'
  if (phase === 'ended') return 'This match has ended. Amend the ruling that was wrong, or reopen the match.'
  if (!turn) return 'There is no question left to rule.'
  const round = rounds.find((each) => each.round === fact.round)
  const question = round?.questions.find(({ side }) => side === null || side === fact.side)
  if (question?.ruling)
    return `That question of round ${fact.round} has been ruled. Amend its ruling instead.`
  if (turn.round !== fact.round || (turn.side !== null && turn.side !== fact.side))
    return 'It is not that question\u2019s turn. Rule the one that is on, which "turn" names.'
  return problemOfRuling(match, round, fact, { ...fact, side: turn.side, wonBy: fact.side })
}

function problemOfAmend(
  match: Playing,
  { rounds }: MatchState,
  log: readonly LogEntry[],
  fact: Amend,
): string | null {
  const deeds = deedsOf(standingOf(inOrder(log)))
  const ruled = deeds.find(({ fact: each }) => each.id === fact.target)?.fact
  if (ruled?.kind !== 'rule')
    return 'There is no ruling of that name that counts. Take the "factId" of a question.'
  const round = rounds.find(({ questions }) => questions.some(({ factId }) => factId === fact.target))
  const question = round?.questions.find(({ factId }) => factId === fact.target)
  if (!round || !question) return 'That ruling does not count any more: the match was decided before it.'
  if (fact.side !== null && !match.sides.includes(fact.side)) return NOT_PLAYING
  if (fact.side !== null && question.side !== null && fact.side !== question.side)
    return 'Whose question it was cannot be changed. Leave out the side.'
  return problemOfRuling(match, round, fact, { ...fact, side: question.side, wonBy: fact.side ?? ruled.side })
}

interface Ruled {
  ruling: Ruling
  side: string | null
  wonBy: string
}

function problemOfRuling(
  match: Playing,
  round: RoundState | undefined,
  { ruling, credits, points }: Pick<Rule, 'ruling' | 'credits' | 'points'>,
  ruled: Ruled,
): string | null {
  const planned = round && plannedRound(match.rules, round)
  const may = round && planned ? rulingsOf(match.rules, planned, round.double) : []
  if (!may.includes(ruling)) return `This question cannot be ruled "${ruling}". It can be: ${may.join(', ')}.`
  return problemOfPoints(match.rules, ruling, points) ?? problemOfCredits(match, credits, ruled)
}

function problemOfPoints({ bonus }: Ruleset, ruling: Ruling, points: number | null): string | null {
  if (ruling !== 'bonus')
    return points === null ? null : 'Only a bonus question is given points. Leave them out.'
  if (bonus && points !== null && points >= bonus.min && points <= bonus.max) return null
  return `A bonus question brings ${bonus?.min ?? 0} to ${bonus?.max ?? 0} points. Say how many.`
}

function problemOfCredits(
  { sides, players }: Playing,
  credits: readonly Credit[],
  ruled: Ruled,
): string | null {
  if (credits.length === 0) return null
  const scorer = scorerOf(sides, ruled)
  if (scorer === null) return 'Nobody scored, so nobody can be credited. Leave out the credits.'
  if (new Set(credits.map(({ player }) => player)).size < credits.length)
    return 'A player is credited twice. Give each one part.'
  return credits.every(({ player }) => players[scorer].has(player))
    ? null
    : 'A player who is credited is not in the line-up of the side that scored. Put them there first.'
}
