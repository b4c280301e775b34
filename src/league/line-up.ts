import { Refusal } from '../platform/http/problem.ts'
import type { Ruleset } from './ruleset.ts'
import type { Lineup, RosterSide } from './wire.ts'

/** The roster, as far as it goes: who does not sit on the bench plays, the rest may come in. */
export function lineupFrom({ players }: RosterSide, { players: most }: Ruleset): Lineup {
  const ids = (bench: boolean) => players.filter((player) => player.bench === bench).map(({ id }) => id)
  const [regulars, others] = [ids(false), ids(true)]
  return {
    active: regulars.slice(0, most.active),
    bench: [...regulars.slice(most.active), ...others].slice(0, most.bench),
  }
}

export function requireLineup(side: RosterSide, { active, bench }: Lineup, { players: most }: Ruleset): void {
  const all = [...active, ...bench]
  const roster = new Set(side.players.map(({ id }) => id))
  if (new Set(all).size < all.length)
    throw new Refusal('unprocessable', `A player stands twice in the line-up of ${side.name}.`)
  if (!all.every((id) => roster.has(id)))
    throw new Refusal(
      'unprocessable',
      `A player in the line-up of ${side.name} is not on its roster of this season. Put them there first.`,
    )
  if (active.length > most.active || bench.length > most.bench)
    throw new Refusal(
      'unprocessable',
      `By the rules ${most.active} play and ${most.bench} sit on the bench. ${side.name} has more.`,
    )
}
