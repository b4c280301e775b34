import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LongSeason, sowLongSeason } from '../support/long-season.ts'
import { testPlatform, type TestPlatform } from '../support/test-platform.ts'
import { SYSTEM } from '../../src/people/public.ts'
import { RecordedReading } from '../../src/platform/live/reading.ts'
import { findMatch } from '../../src/league/match-store.ts'
import { readSeasonForReaders } from '../../src/league/read-seasons.ts'
import { rebuildResults } from '../../src/league/rebuild-results.ts'
import { ruleMatch } from '../../src/league/rule-match.ts'
import type { PublicSeasonJson } from '../../src/league/wire.ts'

const MATCHES = 500
/** Of this process, so that what else a machine does is not counted; PostgreSQL answers beside it. */
const MOST_MS = 50
const BETWEEN_MS = 500

let site: TestPlatform
let sown: LongSeason

beforeAll(async () => {
  site = await testPlatform()
  sown = await sowLongSeason(site.p, MATCHES)
}, 240_000)
afterAll(() => site.close())

/** The season as its readers see it, and the processor time that it took: the middle of nine, over some seconds, since a machine may be slow for one. */
async function read(): Promise<{ season: PublicSeasonJson; ms: number }> {
  const times: number[] = []
  let season: PublicSeasonJson | null = null
  for (let i = 0; i < 9; i++) {
    const before = process.cpuUsage()
    season = await readSeasonForReaders(new RecordedReading(site.p, site.p.clock.now()), sown.id)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
    await sleep(BETWEEN_MS)
  }
  if (!season) throw new Error('The season is not there.')
  return { season, ms: times.sort((a, b) => a - b)[4] ?? Infinity }
}

test(`a season of ${MATCHES} matches and ${MATCHES * 20} rulings gives its tables in ${MOST_MS} ms, after a correction to its first match too`, async () => {
  const before = await read()
  expect(before.season.standings).toHaveLength(sown.sides)
  expect(before.season.standings?.reduce((sum, { played }) => sum + played, 0)).toBe(MATCHES * 2)
  expect(before.season.players).toHaveLength(sown.players)
  expect(before.ms).toBeLessThan(MOST_MS)
  const question = (await findMatch(site.p, sown.first))?.log.find(
    ({ fact }) => fact.kind === 'rule' && fact.ruling === 'correct',
  )
  await ruleMatch(site.p, SYSTEM, sown.first, {
    kind: 'amend',
    target: question?.fact.id ?? '',
    ruling: 'wrong',
  })
  const after = await read()
  const scored = ({ standings }: PublicSeasonJson) =>
    standings?.reduce((sum, row) => sum + row.scored, 0) ?? 0
  expect(scored(after.season)).toBe(scored(before.season) - 1)
  expect(after.ms).toBeLessThan(MOST_MS)
  expect(await rebuildResults(site.p, SYSTEM)).toEqual([])
}, 60_000)
