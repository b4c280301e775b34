import type { MatchState, Outcome, PlayerTotal } from './wire.ts'

/** What the tables need of a match: its fold in short, kept beside its log. */
export interface MatchResult {
  phase: MatchState['phase']
  points: [number, number]
  steals: [number, number]
  outcome: Outcome | null
  players: PlayerTotal[]
}

export const resultOf = ({ phase, sides: [a, b], outcome, players }: MatchState): MatchResult => ({
  phase,
  points: [a.points, b.points],
  steals: [a.steals, b.steals],
  outcome,
  players,
})

interface Named {
  id: string
  name: string
}

/** "Harbor City 7, Night Owls 6": the score in words, and how it came about. */
export function wordsOf(
  { phase, points, outcome }: Pick<MatchResult, 'phase' | 'points' | 'outcome'>,
  sides: readonly [Named, Named],
): string {
  if (outcome?.kind === 'void') return 'Called off: it does not count'
  if (outcome?.kind === 'win' && outcome.how === 'forfeit') {
    const [winner, loser] = outcome.winner === sides[0].id ? sides : [sides[1], sides[0]]
    return `${winner.name} win: ${loser.name} forfeit`
  }
  if (phase === 'scheduled') return ''
  const [a, b] = points
  // The winner first, as people say it.
  const [first, second] = outcome?.kind === 'win' && outcome.winner === sides[1].id ? [1, 0] : [0, 1]
  const said = [`${sides[0].name} ${a}`, `${sides[1].name} ${b}`]
  const score = `${said[first]}, ${said[second]}`
  return outcome?.kind === 'win' && outcome.how === 'overtime' ? `${score}, after overtime` : score
}
