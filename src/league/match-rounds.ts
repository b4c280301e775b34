import type { AnswerPoints, Ruleset } from './ruleset.ts'
import type { RoundKind, Ruling } from './wire.ts'

/** A round as the rules plan it. */
export interface PlannedRound {
  /** In the order of play, from 1. */
  round: number
  kind: RoundKind
  label: string
  /** The place of the side that is asked first. */
  first: 0 | 1
  points: AnswerPoints
  steals: boolean
}

const firstOf = ({ first }: Ruleset, round: number): 0 | 1 =>
  first === 'alternate' && round % 2 === 0 ? 1 : 0

const NO_POINTS: AnswerPoints = { correct: 0, steal: 0, wrong: 0 }

/** Every round that a match has in any case. */
export function regulationRounds(rules: Ruleset): PlannedRound[] {
  const rounds: PlannedRound[] = []
  const add = (round: Omit<PlannedRound, 'round' | 'first'>) =>
    rounds.push({ round: rounds.length + 1, first: firstOf(rules, rounds.length + 1), ...round })
  for (let n = 1; n <= rules.rounds; n++) {
    const niche = rules.niche?.round === n ? rules.niche : null
    const { points, steals } = niche ?? rules
    add({ kind: niche ? 'niche' : 'plain', label: String(n), points, steals })
    if (rules.bonus?.after === n) add({ kind: 'bonus', label: 'Bonus', points: NO_POINTS, steals: false })
  }
  return rounds
}

/** The rounds of overtime: all of them are played. */
export function overtimeRounds(rules: Ruleset): PlannedRound[] {
  const { overtime } = rules
  if (!overtime) return []
  const played = regulationRounds(rules).length
  return Array.from({ length: overtime.rounds }, (_, i) => ({
    round: played + i + 1,
    kind: 'overtime' as const,
    label: overtime.rounds === 1 ? 'OT' : `OT ${i + 1}`,
    first: firstOf(rules, played + i + 1),
    points: overtime.points,
    steals: overtime.steals,
  }))
}

/** The n-th round of sudden death, from 1. */
export function suddenDeathRound(
  rules: Ruleset,
  period: NonNullable<Ruleset['suddenDeath']>,
  n: number,
): PlannedRound {
  const round = regulationRounds(rules).length + (rules.overtime?.rounds ?? 0) + n
  return { round, kind: 'sudden-death', label: `SD ${n}`, first: firstOf(rules, round), ...period }
}

/** How a question of this round may be ruled. */
export function rulingsOf(rules: Ruleset, { kind, steals }: PlannedRound, double: boolean): Ruling[] {
  if (kind === 'bonus') return ['bonus', 'wrong', 'void']
  const stealable = steals && (!double || (rules.double?.stealable ?? true))
  return stealable ? ['correct', 'steal', 'wrong', 'void'] : ['correct', 'wrong', 'void']
}
