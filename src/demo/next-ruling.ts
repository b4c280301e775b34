import { foldOf, type MatchRecord, type ruleMatch } from '../league/public.ts'

export type Told = Parameters<typeof ruleMatch>[3]

/** How often a question is answered, and how often the other side takes one that was not. */
const CORRECT = 0.52
const STEAL = 0.45
const DOUBLE = 0.15

type State = ReturnType<typeof foldOf>
type Turn = NonNullable<State['turn']>

/** What a host would say next of this match, drawn by chance; null once it is over. */
export function nextRuling(match: MatchRecord, chance: () => number): Told | null {
  const state = foldOf(match)
  if (state.phase === 'scheduled') return { kind: 'start' }
  if (state.turn) return ruling(match, state, state.turn, chance)
  if (state.allowed.overtime) return { kind: 'overtime' }
  return state.allowed.end ? { kind: 'end' } : null
}

function ruling(match: MatchRecord, { allowed }: State, turn: Turn, chance: () => number): Told {
  const [first, second] = match.sides
  const { round } = turn
  if (allowed.double.includes(round) && chance() < DOUBLE) return { kind: 'double', round }
  if (turn.bonus) {
    const winner = chance() < 0.5 ? 0 : 1
    const points = turn.bonus.min + Math.floor(chance() * (turn.bonus.max - turn.bonus.min + 1))
    const side = match.sides[winner].id
    return { kind: 'rule', round, side, ruling: 'bonus', points, credits: creditsOf(match, winner, chance) }
  }
  const asked = turn.side === second.id ? 1 : 0
  const side = asked === 0 ? first.id : second.id
  if (chance() < CORRECT)
    return { kind: 'rule', round, side, ruling: 'correct', credits: creditsOf(match, asked, chance) }
  if (turn.rulings.includes('steal') && chance() < STEAL)
    return {
      kind: 'rule',
      round,
      side,
      ruling: 'steal',
      credits: creditsOf(match, asked === 0 ? 1 : 0, chance),
    }
  return { kind: 'rule', round, side, ruling: 'wrong' }
}

/** In sixths: mostly one player's answer, now and then half another's. */
function creditsOf(
  match: MatchRecord,
  place: 0 | 1,
  chance: () => number,
): { player: string; sixths: number }[] {
  const players = match.lineups[place].active
  const at = Math.floor(chance() * players.length)
  const [one, another] = [players[at], players[(at + 1) % players.length]]
  if (!one) return []
  if (another && another !== one && chance() < 0.2)
    return [
      { player: one, sixths: 3 },
      { player: another, sixths: 3 },
    ]
  return [{ player: one, sixths: 6 }]
}
