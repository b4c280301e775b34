import { findMatch, ruleMatch } from '../src/league/public.ts'
import { SYSTEM } from '../src/people/public.ts'
import { type LongSeason, sowLongSeason } from '../test/support/long-season.ts'
import { benchDatabase } from './support/database.ts'
import { benchPlatform } from './support/platform.ts'
import { alternate, median, report, type Row, sized } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { requireTools } from './support/tools.ts'

const MATCHES = sized(500, 20)
/** Of each table, until the engine has compiled what draws it. */
const WARM_UP = 20
const TABLES = { standings: 'table', 'player totals': 'players', schedule: 'schedule' }

requireTools('taskset')
const database = await benchDatabase()
const p = benchPlatform(database)
const season: LongSeason = await sowLongSeason(p, MATCHES)
const site = await benchSite(database.url, database.dir)
for (let i = 0; i < WARM_UP; i++) for (const table of Object.values(TABLES)) await uncached(table)
const before = await alternate(rivals('', () => Promise.resolve()))
const after = await alternate(rivals(', after a correction', correct))
report('season', [...rowsOf(before), ...rowsOf(after)], { ...before, ...after })
await site.server.stop()
await p.db.close()
await database.close()

function rivals(when: string, first: () => Promise<void>): Record<string, () => Promise<number>> {
  const measure = async (table: string): Promise<number> => {
    await first()
    return uncached(table)
  }
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, table]) => [`${name}${when}`, () => measure(table)]),
  )
}

function rowsOf(runs: Record<string, number[]>): Row[] {
  return Object.entries(runs).map(([name, times]) => ({
    what: `${MATCHES} matches, ${season.rulings} rulings: ${name}`,
    value: median(times),
    unit: 'ms',
    target: '<= 50',
  }))
}

/** Milliseconds of one region made from the database. */
function uncached(table: string): Promise<number> {
  return site.server.ask({ type: 'render', region: `season:${season.id}/${table}` })
}

/** The first answer of the first match was wrong after all, or right. */
async function correct(): Promise<void> {
  const match = await findMatch(p, season.first)
  const { fact } = match?.log.find((entry) => entry.fact.kind === 'rule') ?? {}
  if (fact?.kind !== 'rule') throw new Error('The first match has no ruling.')
  const was = match?.log.findLast((entry) => entry.fact.kind === 'amend' && entry.fact.target === fact.id)
  const { ruling } = was?.fact.kind === 'amend' ? was.fact : fact
  await ruleMatch(p, SYSTEM, season.first, {
    kind: 'amend',
    target: fact.id,
    ruling: ruling === 'correct' ? 'wrong' : 'correct',
  })
}
