import type { PlayedMatch, SideName } from './standings.ts'
import { formatSixths } from './sixths.ts'
import type { PlayerTotal, SeasonPlayer } from './wire.ts'

export interface PlayerName {
  id: string
  name: string
}

type Sum = Pick<SeasonPlayer, 'player' | 'side' | 'matches' | 'answers' | 'steals' | 'pointSixths'>

/** What each player has brought over a season, most points first. `lineups`: who was active, match by match. */
export function playerTotalsOf(
  players: ReadonlyMap<string, PlayerName>,
  sides: ReadonlyMap<string, SideName>,
  matches: readonly (PlayedMatch & { active: readonly (readonly string[])[] })[],
): SeasonPlayer[] {
  const sums = new Map<string, Sum>()
  for (const match of matches) {
    if (!counts(match)) continue
    for (const total of appearances(match)) add(sums, players, sides, total)
  }
  return ranked([...sums.values()])
}

const counts = ({ result: { outcome } }: PlayedMatch): boolean =>
  outcome?.kind === 'draw' || (outcome?.kind === 'win' && outcome.how !== 'forfeit')

/** Everybody who was active has played, whether they scored or not; from the bench, who scored. */
function appearances({
  sides,
  result,
  active,
}: PlayedMatch & { active: readonly (readonly string[])[] }): PlayerTotal[] {
  const scored = new Set(result.players.map(({ player }) => player))
  const silent = active.flatMap((players, i) =>
    players
      .filter((player) => !scored.has(player))
      .map((player) => ({
        player,
        side: sides[i] ?? '',
        answers: 0,
        answerSixths: 0,
        steals: 0,
        pointSixths: 0,
      })),
  )
  return [...result.players, ...silent]
}

/** Who changed sides in mid-season has a line with each. */
function add(
  sums: Map<string, Sum>,
  players: ReadonlyMap<string, PlayerName>,
  sides: ReadonlyMap<string, SideName>,
  total: PlayerTotal,
): void {
  const [player, side] = [players.get(total.player), sides.get(total.side)]
  if (!player || !side) return
  const key = `${player.id} ${side.id}`
  const sum = sums.get(key) ?? {
    player: { id: player.id, name: player.name },
    side: { id: side.id, name: side.name, short: side.short },
    matches: 0,
    answers: 0,
    steals: 0,
    pointSixths: 0,
  }
  sum.matches++
  sum.answers += total.answers
  sum.steals += total.steals
  sum.pointSixths += total.pointSixths
  sums.set(key, sum)
}

function ranked(sums: Sum[]): SeasonPlayer[] {
  const sorted = sums.sort(
    (a, b) =>
      b.pointSixths - a.pointSixths || a.matches - b.matches || (a.player.name < b.player.name ? -1 : 1),
  )
  return sorted.map((sum) => ({
    rank: sorted.findIndex(({ pointSixths }) => pointSixths === sum.pointSixths) + 1,
    ...sum,
    points: formatSixths(sum.pointSixths),
    average: sum.pointSixths / 6 / sum.matches,
  }))
}
