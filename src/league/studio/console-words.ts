import { marksOf, nameOf, roundWords, whereWords } from '../match-words.ts'
import { rulingWords } from '../ruling-words.ts'
import type { LinedUp, MatchState, NewFact, QuestionState, RoundState } from '../wire.ts'

type Sides = readonly [LinedUp, LinedUp]

/** Whose question it is, in the words that stand between the scores. */
export function turnHeading(state: MatchState, sides: Sides): string {
  const { turn, phase } = state
  if (phase === 'scheduled') return 'Not started'
  if (phase === 'ended') return 'Final'
  if (!turn) return whereWords(state)
  return turn.side === null ? 'Both sides' : `${ofSide(nameOf(sides, turn.side))} question`
}

/** "Harbor City’s", "Night Owls’" */
const ofSide = (name: string): string => `${name}’${name.endsWith('s') ? '' : 's'}`

export function turnMarks(state: MatchState): string {
  const { turn } = state
  if (!turn) return ''
  const steal = turn.rulings.includes('steal') ? ['can be stolen'] : turn.side === null ? [] : ['no steal']
  return [roundWords(state, turn), ...marksOf(turn), ...steal].join(' · ')
}

/** One fact of the log, as the host reads it back. */
export function factWords(fact: NewFact, sides: Sides, rounds: readonly RoundState[]): string {
  switch (fact.kind) {
    case 'start':
      return 'The match begins'
    case 'rule':
      return ruleWords(fact, sides, rounds)
    case 'double':
      return `Round ${labelOf(rounds, fact.round)} is the double`
    case 'overtime':
      return 'The next period begins'
    case 'end':
      return 'The match ends'
    case 'reopen':
      return 'Reopened'
    case 'forfeit':
      return `${nameOf(sides, fact.side)} forfeit`
    case 'void':
      return 'Broken off: it counts for nothing'
    case 'amend':
      return 'A ruling is changed'
    case 'undo':
      return 'Taken back'
    case 'redo':
      return 'Put back'
  }
}

export const labelOf = (rounds: readonly RoundState[], round: number): string =>
  rounds.find((each) => each.round === round)?.label ?? String(round)

/** A ruling of which nothing is known but the fact itself: what it brought stands in the round. */
function ruleWords(fact: NewFact & { kind: 'rule' }, sides: Sides, rounds: readonly RoundState[]): string {
  const question = questionOf(fact.id, rounds)
  if (question && !question.amended) return rulingWords(question, sides)
  return rulingWords(asRuled(fact), sides)
}

/** As it was ruled at first, without points, which are those of what it was changed to. */
const asRuled = (fact: NewFact & { kind: 'rule' }): QuestionState => ({
  side: fact.ruling === 'bonus' ? null : fact.side,
  factId: fact.id,
  ruling: fact.ruling,
  wonBy: fact.ruling === 'bonus' ? fact.side : null,
  points: [0, 0],
  credits: fact.credits,
  amended: false,
})

export const questionOf = (factId: string, rounds: readonly RoundState[]): QuestionState | undefined =>
  rounds.flatMap(({ questions }) => questions).find((question) => question.factId === factId)

/** Who gets the credit of a ruling, in equal parts: so many sixths each. More than three cannot share evenly. */
export const MOST_CREDITED = 3
export const sixthsEach = (players: number): number => 6 / players
