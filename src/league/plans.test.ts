import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plansOf } from '../../test/support/plans.ts'
import { type TestPlatform, testPlatform } from '../../test/support/test-platform.ts'
import type { Source } from '../platform/db/database.ts'
import {
  findMatch,
  findMatchBrief,
  findMatchBySlug,
  findMatchOfEvent,
  matchesIn,
  matchesOfSeason,
  matchesToldSince,
  matchIdsOfSide,
  nextNumber,
} from './match-store.ts'
import { namesOfPlayers } from './player-store.ts'
import { rostersOf } from './roster-store.ts'
import { findSeasonBySlug, listSeasons } from './season-store.ts'
import { smallSeason, type SmallSeason, startsIn } from './test-season.ts'

const SEASONS = 60
const MATCHES_EACH = 300
const FACTS_EACH = 12

let platform: TestPlatform
let season: SmallSeason
let match: string

beforeAll(async () => {
  platform = await testPlatform()
  const { q } = platform.p
  season = await smallSeason(platform.p)
  match = await season.match({ start: startsIn(0) })
  await sql`insert into seasons (slug, name, ruleset) select 'sown-' || n, 'Sown ' || n, (select ruleset from seasons limit 1)
    from generate_series(1, ${sql.lit(SEASONS)}) n`.execute(q)
  await sql`insert into season_sides select seasons.id, sides.id from seasons, sides on conflict do nothing`.execute(
    q,
  )
  await sql`insert into players (name) select 'Sown ' || n from generate_series(1, 40000) n`.execute(q)
  await sql`insert into rosters select seasons.id, (select id from sides order by id limit 1), players.id,
    n, false from seasons cross join lateral (select id, row_number() over () as n from players
    where name like 'Sown %' order by id offset (abs(hashtext(seasons.slug)) % 390) * 100 limit 100) players where slug like 'sown-%'`.execute(
    q,
  )
  await sql`insert into matches (season_id, slug, number, first_side, second_side, scheduled_at, zone, lineups, event_id, draft,
      overlay_secret, result, phase, head, last_at)
    select seasons.id, seasons.slug || '-' || n, n, first_side, second_side,
      now() + make_interval(hours => case when n <= 290 then -n else n end), zone, lineups, uuidv7(), false, 'x', result,
      case when n < 290 then 'ended' when n = 290 then 'playing' else 'scheduled' end, ${sql.lit(FACTS_EACH)},
      now() - make_interval(hours => n)
    from matches join seasons on seasons.slug like 'sown-%', generate_series(1, ${sql.lit(MATCHES_EACH)}) n`.execute(
    q,
  )
  await sql`insert into match_facts (match_id, seq, id, at, kind, fact)
    select matches.id, facts.n, facts.id, now(), 'void', jsonb_build_object('id', facts.id, 'kind', 'void', 'reason', '')
    from matches, lateral (select n, gen_random_uuid() as id from generate_series(1, ${sql.lit(FACTS_EACH)}) n) facts
    where matches.slug like 'sown-%'`.execute(q)
  await sql`vacuum analyze seasons, season_sides, players, rosters, matches, match_facts`.execute(q)
})
afterAll(() => platform.close())

const someSeason = async (source: Source): Promise<string> =>
  (await findSeasonBySlug(source, 'sown-7'))?.id ?? ''

test.for<[string, (source: Source) => Promise<unknown>]>([
  ['a match by its id', (source) => findMatch(source, match)],
  ['a match without its log', (source) => findMatchBrief(source, match)],
  ['a match by its address', (source) => findMatchBySlug(source, 'sown-3-7')],
  ['a match by its event', (source) => findMatchOfEvent(source, match)],
  [
    'the matches of a season',
    async (source) => matchesOfSeason(source, await someSeason(source), { drafts: false }),
  ],
  ['what is on', (source) => matchesIn(source, 'now', 20)],
  ['what is coming', (source) => matchesIn(source, 'coming', 20)],
  ['what is over', (source) => matchesIn(source, 'past', 20)],
  ['what was told just now', (source) => matchesToldSince(source, new Date(Date.now() - 90_000))],
  ['the next number', async (source) => nextNumber(source, await someSeason(source))],
  ['the rosters of a season', async (source) => rostersOf(source, await someSeason(source))],
  ['the names of some players', (source) => namesOfPlayers(source, season.players)],
])('%s is found without reading a table from end to end', async ([, ask]) => {
  const plans = await plansOf(platform.p, ask)
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.join('\n')).not.toMatch(/Seq Scan on (matches|match_facts|rosters|players)/)
})

test('reading a table from end to end would be noticed', async () => {
  const plans = await plansOf(platform.p, (source) =>
    sql`select * from matches where zone = 'nowhere'`.execute(source.q),
  )
  expect(plans.join('\n')).toMatch(/Seq Scan on matches/)
})

test('all seasons are listed, and all matches of a side found', async () => {
  expect(await listSeasons(platform.p)).toHaveLength(SEASONS + 1)
  expect((await matchIdsOfSide(platform.p, season.sides[0])).length).toBe(SEASONS * MATCHES_EACH + 1)
})
