import { randomUUID } from 'node:crypto'
import type { DeskMatchJson, NewFactInput } from '../src/league/wire.ts'
import { makeLeagueNight, makeMatch } from '../test/support/league-night.ts'
import { benchDatabase } from './support/database.ts'
import { type Change, measureFanOut } from './support/fan-out.ts'
import { report } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { requireTools } from './support/tools.ts'

/** Enough questions for every round of the measuring, each worth the same point. */
const RULES = { rounds: 40, double: null, niche: null, bonus: null }

requireTools('nginx', 'taskset')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
let match = await startMatch()
const { rows, runs } = await measureFanOut({
  dir: database.dir,
  site,
  what: 'one ruling',
  next: rightAnswer,
})
report('ruling', rows, runs)
await site.server.stop()
await database.close()

/** A match at the event on the strip, its first question asked. */
async function startMatch(): Promise<DeskMatchJson> {
  const { desk, eventId } = site
  const { season, sides } = await makeLeagueNight(desk, { event: false })
  const { id, revision, ruleset } = season
  await desk.must('PATCH', `/api/v1/seasons/${id}`, { revision, body: { ruleset: { ...ruleset, ...RULES } } })
  return tell(await makeMatch(desk, season, sides, eventId), { id: randomUUID(), kind: 'start' })
}

function tell({ id, head }: DeskMatchJson, fact: NewFactInput): Promise<DeskMatchJson> {
  return site.desk.must('POST', `/api/v1/matches/${id}/facts`, { body: { base: head, facts: [fact] } })
}

/** The question that is on, answered by whom it was asked: a point, by which the strip's score is known. */
function rightAnswer(): Change {
  const { sides, state } = match
  const { turn } = state
  if (!turn?.side) throw new Error('All questions of the match are answered.')
  const fact = {
    id: randomUUID(),
    kind: 'rule',
    round: turn.round,
    side: turn.side,
    ruling: 'correct',
  } as const
  const [first = 0, second = 0] = state.sides.map(({ side, points }) => points + (side === turn.side ? 1 : 0))
  return {
    mark: `${sides[0].short} <b>${first}</b>–<b>${second}</b> ${sides[1].short}`,
    commit: async () => {
      match = await tell(match, fact)
      return site.committed()
    },
  }
}
