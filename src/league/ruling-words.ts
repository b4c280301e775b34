import { marksOf, nameOf } from './match-words.ts'
import type { LinedUp, QuestionState, RoundState } from './wire.ts'

type Sides = readonly LinedUp[]

const playersOf = (sides: Sides): { id: string; name: string }[] =>
  sides.flatMap(({ active, bench }) => [...active, ...bench])

const otherOf = (sides: Sides, id: string | null): string | null =>
  sides.find((side) => side.id !== id)?.id ?? null

/** "+1", or with a true minus. */
export const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

function pointsWords({ points }: QuestionState): string {
  const [first, second] = points
  const brought = [first, second].filter((n) => n !== 0)
  return brought.length === 0 ? '' : ` ${brought.map(signed).join(', ')}`
}

function creditWords({ credits }: QuestionState, sides: Sides): string {
  const names = credits.map(({ player }) => nameOf(playersOf(sides), player)).filter((name) => name !== '')
  return names.length === 0 ? '' : `, ${names.join(' & ')}`
}

function what(question: QuestionState, sides: Sides): string {
  const asked = nameOf(sides, question.side)
  switch (question.ruling) {
    case 'correct':
      return `${asked} answer${creditWords(question, sides)}`
    case 'steal':
      return `${nameOf(sides, otherOf(sides, question.side))} steal${creditWords(question, sides)}`
    case 'wrong':
      return `${asked} miss`
    case 'bonus':
      return question.wonBy === null
        ? 'Nobody wins the bonus'
        : `${nameOf(sides, question.wonBy)} win the bonus${creditWords(question, sides)}`
    case 'void':
      return `${asked === '' ? 'The' : `${asked}’s`} question is thrown out`
    case null:
      return ''
  }
}

/** "Night Owls steal, Mo Vance +1"; empty while it has not been ruled. */
export const rulingWords = (question: QuestionState, sides: Sides): string =>
  question.ruling === null ? '' : what(question, sides) + pointsWords(question)

/** The ruling that stands last in the order of play, in words: "Night Owls steal, Mo Vance +1". */
export function latestWords(rounds: readonly RoundState[], sides: Sides): string {
  const latest = rounds.flatMap(({ questions }) => questions).findLast(({ ruling }) => ruling !== null)
  return latest ? rulingWords(latest, sides) : ''
}

/** "Round 4, double" for those who cannot see how it is set. */
export const roundTitle = (round: RoundState): string =>
  [/^\d/.test(round.label) ? `Round ${round.label}` : round.label, ...marksOf(round)].join(', ')
