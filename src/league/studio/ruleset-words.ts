import { plural } from '../../kit/time.ts'
import type { AnswerPoints, Ruleset, TieBreak } from '../ruleset.ts'

export const TIE_BREAKS: Record<TieBreak, string> = {
  wins: 'more wins',
  'head-to-head': 'the matches against each other',
  difference: 'the better point difference',
  average: 'more points a match',
  scored: 'more points scored',
  steals: 'more steals',
  'fewest-losses': 'fewer losses',
}

const pointsWords = (n: number): string => `${n < 0 ? '−' : ''}${plural(Math.abs(n), 'point')}`

function answerWords({ correct, steal, wrong }: AnswerPoints, steals: boolean): string {
  const parts = [`a right answer is worth ${pointsWords(correct)}`]
  if (steals) parts.push(`a steal ${pointsWords(steal)}`)
  if (wrong !== 0) parts.push(`a wrong one ${pointsWords(wrong)}`)
  return parts.join(', ')
}

const stealWords = (steals: boolean): string =>
  steals ? 'What one side misses the other may steal.' : 'What a side misses cannot be stolen.'

/** The rules as one would tell them, a sentence each. */
export function rulesetWords(rules: Ruleset): string[] {
  const { niche, double, bonus, overtime, suddenDeath, table, players } = rules
  const begins = rules.first === 'alternate' ? 'the sides take turns to begin' : 'the first side begins each'
  return [
    `${plural(rules.rounds, 'round')}, each with a question for either side; ${begins}.`,
    `${capital(answerWords(rules.points, rules.steals))}. ${stealWords(rules.steals)}`,
    ...(double
      ? [
          `One round, chosen before its first answer, counts ${double.factor} times${double.stealable ? '' : ', and cannot be stolen'}.`,
        ]
      : []),
    ...(niche
      ? [
          `Round ${niche.round} is the niche round: its category belongs to the side that is asked; ${answerWords(niche.points, niche.steals)}. ${stealWords(niche.steals)}`,
        ]
      : []),
    ...(bonus
      ? [
          `After round ${bonus.after} both sides get one bonus question; who wins it gets ${bonus.min} to ${pointsWords(bonus.max)}.`,
        ]
      : []),
    ...(overtime
      ? [
          `Level after that: ${plural(overtime.rounds, 'round')} of overtime; ${answerWords(overtime.points, overtime.steals)}. ${stealWords(overtime.steals)}`,
        ]
      : []),
    ...(suddenDeath
      ? [
          `Still level: sudden death, round by round until one side is ahead; ${answerWords(suddenDeath.points, suddenDeath.steals)}. ${stealWords(suddenDeath.steals)}`,
        ]
      : []),
    ...(rules.draws ? ['A match may end level.'] : []),
    `${players.active} play for a side, up to ${players.bench} wait on the bench.`,
    `In the table a win is worth ${table.win}, ${overtime || suddenDeath ? `a win in overtime ${table.overtimeWin}, a loss in overtime ${table.overtimeLoss}, ` : ''}${rules.draws ? `a draw ${table.draw}, ` : ''}a loss ${table.loss}.`,
    rules.tieBreaks.length > 0
      ? `Level in the table: ${rules.tieBreaks.map((each) => TIE_BREAKS[each]).join(', then ')}.`
      : 'Level in the table, sides share their rank.',
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
