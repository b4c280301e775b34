import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { testSite, type TestSite } from '../../test/support/test-site.ts'
import { SYSTEM } from '../people/public.ts'
import type { Role } from '../people/public.ts'
import { sql } from '../platform/db/database.ts'
import { leagueEndpoints } from './api.ts'
import { createMatch } from './create-match.ts'
import { createPlayer } from './create-player.ts'
import { createSide } from './create-side.ts'
import { deleteMatch } from './delete-match.ts'
import { findMatch, saveResult } from './match-store.ts'
import { rebuildResults } from './rebuild-results.ts'
import { recordFacts } from './record-facts.ts'
import { removeSide } from './remove-side.ts'
import { ruleMatch } from './rule-match.ts'
import { TWELVE_ROUNDS } from './ruleset.ts'
import { setRoster } from './set-roster.ts'
import { smallSeason, type SmallSeason, startsIn } from './test-season.ts'
import type { DeskMatchJson, DeskSeasonJson } from './wire.ts'

let site: TestSite
let season: SmallSeason
beforeAll(async () => {
  site = await testSite((p) => [{ name: 'league', endpoints: leagueEndpoints(p) }])
  season = await smallSeason(site.p)
})
afterAll(() => site.close())

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever came
type Answer = { status: number; json: any }
async function ask(
  role: Role | null,
  method: string,
  path: string,
  body?: unknown,
  revision?: number,
): Promise<Answer> {
  const response = await site.door(role, method, path, body, revision)
  const text = await response.text()
  return { status: response.status, json: text ? JSON.parse(text) : null }
}
const tell = (match: string, base: number, ...facts: unknown[]): Promise<Answer> =>
  ask('host', 'POST', `/api/v1/matches/${match}/facts`, { base, facts })

const id = (): string => crypto.randomUUID()
const rule = (round: number, side: 0 | 1, given: object = {}) => ({
  id: id(),
  kind: 'rule',
  round,
  side: season.sides[side],
  ruling: 'correct',
  ...given,
})

async function begun(): Promise<string> {
  const match = await season.match()
  await season.start(match)
  return match
}
const points = ({ json }: Answer): number[] => (json as DeskMatchJson).state.sides.map((side) => side.points)

test('a season is made, ruled and read by the doors alone', async () => {
  const made = await ask('host', 'POST', '/api/v1/seasons', { name: 'By the Doors' })
  expect(made).toMatchObject({ status: 200, json: { slug: 'by-the-doors', rulesetVersion: 1 } })
  const path = `/api/v1/seasons/${made.json.id}`
  const sides: string[] = []
  for (const [name, short] of [
    ['Doors', 'DO'],
    ['Windows', 'WI'],
  ]) {
    const side = await ask('host', 'POST', '/api/v1/sides', { name, short, colour: '#112233' })
    const player = await ask('host', 'POST', '/api/v1/players', { name: `${name} Player` })
    const put = await ask('host', 'PUT', `${path}/sides/${side.json.id}`, {
      players: [{ player: player.json.id }],
    })
    expect(put.status).toBe(200)
    sides.push(side.json.id)
  }
  const match = await ask('host', 'POST', '/api/v1/matches', {
    seasonId: made.json.id,
    sides,
    start: { wall: '2027-02-01T20:00', zone: 'America/Chicago' },
  })
  expect(match).toMatchObject({ status: 200, json: { number: 1, slug: 'doors-vs-windows-1', frozen: false } })
  const at = `/api/v1/matches/${match.json.id}`
  expect((await ask('host', 'PATCH', at, { number: 7 }, 1)).json).toMatchObject({ number: 7, revision: 2 })
  expect((await ask('host', 'PATCH', at, { number: 8 }, 1)).status).toBe(412)
  const ruleset = { ...TWELVE_ROUNDS, rounds: 1, niche: null, bonus: null, double: null }
  expect((await ask('host', 'PATCH', path, { ruleset }, 1)).json).toMatchObject({ rulesetVersion: 2 })
  const rulings = sides.map((side) => ({ id: id(), kind: 'rule', round: 1, side, ruling: 'correct' }))
  rulings[1] = { ...rulings[1]!, ruling: 'wrong' }
  const told = await ask('host', 'POST', `${at}/facts`, {
    base: 0,
    facts: [{ id: id(), kind: 'start' }, ...rulings, { id: id(), kind: 'end' }],
  })
  expect(told.json).toMatchObject({
    head: 4,
    frozen: true,
    words: 'Doors 1, Windows 0',
    state: { phase: 'ended' },
  })
  const read = await ask(null, 'GET', '/api/v1/seasons/by-the-doors')
  expect(read.json.standings).toMatchObject([
    { rank: 1, record: '1-0-0', points: 2, average: 1, form: ['W'] },
    { rank: 2, record: '0-1-0', points: 0 },
  ])
  expect((await ask(null, 'GET', '/api/v1/matches/doors-vs-windows-1')).json.words).toBe('Doors 1, Windows 0')
  expect((await ask('writer', 'GET', `/api/v1/desk/matches?season=${made.json.id}`)).json.items).toHaveLength(
    1,
  )
})

describe('a batch of facts', () => {
  it('that is sent again is answered the same, and counted once', async () => {
    const match = await begun()
    const facts = [rule(1, 0), rule(1, 1, { ruling: 'steal' })]
    const first = await tell(match, 1, ...facts)
    expect(points(first)).toEqual([2, 0])
    for (const base of [1, 2, 3, 0]) expect((await tell(match, base, ...facts)).json).toEqual(first.json)
    const more = await tell(match, 1, ...facts, rule(2, 1))
    expect(points(more)).toEqual([2, 1])
    expect(more.json.head).toBe(4)
  })

  it('is taken whole or not at all', async () => {
    const match = await begun()
    const refused = await tell(match, 1, rule(1, 0), rule(7, 0))
    expect(refused.status).toBe(409)
    expect((await findMatch(site.p, match))?.head).toBe(1)
  })

  it('with an id that said something else is refused', async () => {
    const match = await begun()
    const fact = rule(1, 0)
    await tell(match, 1, fact)
    expect((await tell(match, 2, { ...fact, ruling: 'wrong' })).status).toBe(409)
    expect(points(await tell(match, 2, fact))).toEqual([1, 0])
  })

  it('sent by two connections at once is counted once', async () => {
    const match = await begun()
    const fact = rule(1, 0)
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(match, 1, fact)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect((await findMatch(site.p, match))?.log).toHaveLength(2)
  })
})

describe('two hosts', () => {
  it('who rule one question differently: the second is told, with the match as it is', async () => {
    const match = await begun()
    const answers = await Promise.all([
      tell(match, 1, rule(1, 0)),
      tell(match, 1, rule(1, 0, { ruling: 'wrong' })),
    ])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412])
    const refused = answers.find(({ status }) => status === 412)
    expect(refused?.json.current).toMatchObject({ head: 2, id: match })
  })

  it('whose facts do not touch each other are merged', async () => {
    const match = await begun()
    const first = rule(1, 0)
    await tell(match, 1, first)
    await tell(match, 2, rule(1, 1))
    const amended = await tell(match, 2, { id: id(), kind: 'amend', target: first.id, ruling: 'wrong' })
    expect(points(amended)).toEqual([0, 1])
    const again = await tell(match, 3, { id: id(), kind: 'amend', target: first.id, ruling: 'correct' })
    expect(again.status).toBe(412)
  })

  it('who both take back: only what each saw last', async () => {
    const match = await begun()
    const [a, b] = [rule(1, 0), rule(1, 1)]
    await tell(match, 1, a, b)
    expect((await tell(match, 3, { id: id(), kind: 'undo', target: b.id })).status).toBe(200)
    expect((await tell(match, 3, { id: id(), kind: 'undo', target: b.id })).status).toBe(412)
    expect((await findMatch(site.p, match))?.result.points).toEqual([1, 0])
  })

  it('one of whom knows more than there is', async () => {
    expect((await tell(await begun(), 99, rule(1, 0))).status).toBe(412)
  })
})

describe('hostile and careless facts', () => {
  it.each([
    ['a side that does not play', { side: crypto.randomUUID() }, 409],
    ['a side by name', { side: 'Harbor City' }, 400],
    ['a later round', { round: 12 }, 409],
    ['round 0', { round: 0 }, 400],
    ['half a round', { round: 1.5 }, 400],
    ['points NaN', { ruling: 'bonus', points: 'NaN' }, 400],
    ['points below nothing', { ruling: 'bonus', points: -5 }, 400],
    ['points beyond reason', { ruling: 'bonus', points: 1e300 }, 400],
    ['a bonus out of turn', { ruling: 'bonus', points: 2 }, 409],
    ['an unknown ruling', { ruling: 'brilliant' }, 400],
    ['an unknown kind', { kind: 'celebrate' }, 400],
    ['an id that is none', { id: '1; drop table matches' }, 400],
    ['a time of its own', { at: '2020-01-01T00:00:00Z' }, 400],
    ['a seq of its own', { seq: 1 }, 400],
    ['seven sixths', { credits: [{ player: crypto.randomUUID(), sixths: 7 }] }, 400],
    ['a player nobody knows', { credits: [{ player: crypto.randomUUID(), sixths: 6 }] }, 409],
  ])('%s', async (_what, given, status) => {
    const match = await begun()
    const answer = await tell(match, 1, rule(1, 0, given))
    expect(answer.status).toBe(status)
    expect(answer.json.detail).toMatch(/\.$/)
    expect((await findMatch(site.p, match))?.head).toBe(1)
  })

  it('a player of another season', async () => {
    const other = await smallSeason(site.p, ' of elsewhere')
    const match = await begun()
    const credits = [{ player: other.players[0], sixths: 6 }]
    expect((await tell(match, 1, rule(1, 0, { credits }))).status).toBe(409)
    const lineups = [
      { active: [other.players[0]], bench: [] },
      { active: [], bench: [] },
    ]
    expect((await ask('host', 'PATCH', `/api/v1/matches/${match}`, { lineups }, 1)).status).toBe(422)
    const mixed = { seasonId: season.id, sides: [season.sides[0], other.sides[0]], start: startsIn(0) }
    expect((await ask('host', 'POST', '/api/v1/matches', mixed)).status).toBe(422)
  })

  it('bodies that are no batch', async () => {
    const match = await begun()
    for (const body of [
      {},
      [],
      null,
      { base: -1, facts: [] },
      { base: 1, facts: [] },
      { base: 'x', facts: [rule(1, 0)] },
      { base: 1 },
    ])
      expect((await ask('host', 'POST', `/api/v1/matches/${match}/facts`, body)).status).toBe(400)
    const flood = Array.from({ length: 201 }, () => rule(1, 0))
    expect((await tell(match, 1, ...flood)).status).toBe(400)
    expect((await tell(id(), 0, rule(1, 0))).status).toBe(404)
  })

  it('by nobody, or by somebody who does not host', async () => {
    const match = await begun()
    for (const [role, status] of [
      [null, 401],
      ['writer', 403],
      ['shop', 403],
    ] as const)
      expect(
        (await ask(role, 'POST', `/api/v1/matches/${match}/facts`, { base: 1, facts: [rule(1, 0)] })).status,
      ).toBe(status)
  })

  it('after the end', async () => {
    const match = await begun()
    await season.finish(match, 2)
    const head = (await findMatch(site.p, match))?.head ?? 0
    for (const fact of [rule(1, 0), rule(14, 0), { id: id(), kind: 'end' }, { id: id(), kind: 'start' }])
      expect((await tell(match, head, fact)).status).toBe(409)
  })

  it('"at" is for Pressbox alone', async () => {
    const match = await season.match()
    const host = { id: 'h', kind: 'person', name: 'Host', role: 'host', scope: null } as const
    const facts = [{ id: id(), kind: 'start' } as const]
    await expect(recordFacts(site.p, host, match, { base: 0, facts }, new Date(0))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('what is made', () => {
  it.each([
    ['/api/v1/seasons', { name: '' }, 400],
    ['/api/v1/seasons', { name: 'x', ruleset: { ...TWELVE_ROUNDS, rounds: 0 } }, 400],
    ['/api/v1/seasons', { name: 'x', ruleset: { ...TWELVE_ROUNDS, suddenDeath: null } }, 400],
    [
      '/api/v1/seasons',
      { name: 'x', ruleset: { ...TWELVE_ROUNDS, niche: { ...TWELVE_ROUNDS.niche, round: 13 } } },
      400,
    ],
    ['/api/v1/seasons', { name: 'x', slug: '../etc' }, 400],
    ['/api/v1/sides', { name: 'x', short: 'TOOLONG' }, 400],
    ['/api/v1/sides', { name: 'x', short: 'X', colour: 'red;}' }, 400],
    ['/api/v1/players', { name: ' ' }, 400],
  ])('at %s %j is refused', async (path, body, status) => {
    expect((await ask('host', 'POST', path, body)).status).toBe(status)
  })

  it('a match of a side with itself, of no time, of a number that is taken', async () => {
    const [a, b] = season.sides
    const match = (given: object) =>
      ask('host', 'POST', '/api/v1/matches', {
        seasonId: season.id,
        sides: [a, b],
        start: startsIn(0),
        ...given,
      })
    expect((await match({ sides: [a, a] })).status).toBe(422)
    expect((await match({ start: { wall: '2026-03-08T02:30', zone: 'America/New_York' } })).status).toBe(422)
    expect((await match({ start: { at: '2026-11-22T20:00:00Z', zone: 'Moon/Crater' } })).status).toBe(400)
    expect((await match({ seasonId: id() })).status).toBe(404)
    expect((await match({ eventId: id() })).status).toBe(422)
    expect((await match({ number: 5000 })).status).toBe(200)
    expect((await match({ number: 5000 })).status).toBe(409)
  })

  it('keeps its name for itself: two sides, two addresses', async () => {
    expect((await ask('host', 'POST', '/api/v1/sides', { name: 'Harbor City', short: 'HC' })).status).toBe(
      409,
    )
    expect((await ask('host', 'POST', '/api/v1/seasons', { name: 'Again', slug: 'season-4' })).status).toBe(
      409,
    )
    expect((await ask('host', 'POST', '/api/v1/seasons', { name: 'Season 4' })).json.slug).toBe('season-4-2')
  })

  it('a match that has begun keeps its rules, its sides, and is no draft any more', async () => {
    const own = await smallSeason(site.p, ' of rules')
    const match = await own.match()
    await own.start(match)
    const was = (await ask('host', 'GET', `/api/v1/desk/seasons/${own.id}`)).json as DeskSeasonJson
    const ruleset = { ...TWELVE_ROUNDS, points: { correct: 9, steal: 9, wrong: 0 } }
    expect((await ask('host', 'PATCH', `/api/v1/seasons/${own.id}`, { ruleset }, was.revision)).status).toBe(
      200,
    )
    await own.rule(match, 1, 0, 'correct')
    const now = (await ask('host', 'GET', `/api/v1/desk/matches/${match}`)).json as DeskMatchJson
    expect(now).toMatchObject({ rulesetVersion: 1, frozen: true, state: { sides: [{ points: 1 }, {}] } })
    for (const change of [{ sides: [own.sides[1], own.sides[0]] }, { eventId: null }, { draft: true }])
      expect((await ask('host', 'PATCH', `/api/v1/matches/${match}`, change, now.revision)).status).toBe(409)
  })

  it('a draft is nobody else\u2019s business, and can be deleted', async () => {
    const match = await season.match({ draft: true, slug: 'secret-final' })
    expect((await ask(null, 'GET', '/api/v1/matches/secret-final')).status).toBe(404)
    expect((await ask(null, 'GET', `/api/v1/matches/${match}`)).status).toBe(404)
    const { json } = await ask(null, 'GET', '/api/v1/seasons/season-4')
    expect(JSON.stringify(json)).not.toContain('secret-final')
    expect((await tell(match, 0, { id: id(), kind: 'start' })).status).toBe(422)
    await deleteMatch(site.p, SYSTEM, match, 1)
    const announced = await season.match()
    await expect(deleteMatch(site.p, SYSTEM, announced, 1)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('a roster takes players that there are, each once, and a side leaves that has no match', async () => {
    const side = await createSide(site.p, SYSTEM, { name: 'Leavers', short: 'LV' })
    const player = await createPlayer(site.p, SYSTEM, { name: 'Lee Vers' })
    const put = (players: unknown[]) =>
      ask('host', 'PUT', `/api/v1/seasons/${season.id}/sides/${side.id}`, { players })
    expect((await put([{ player: player.id }, { player: player.id }])).status).toBe(422)
    expect((await put([{ player: id() }])).status).toBe(422)
    expect((await put([{ player: player.id, bench: true }])).status).toBe(200)
    const sideless = await ask('host', 'PUT', `/api/v1/seasons/${season.id}/sides/${id()}`, { players: [] })
    expect(sideless.status).toBe(422)
    await removeSide(site.p, SYSTEM, season.id, side.id)
    await expect(removeSide(site.p, SYSTEM, season.id, season.sides[0])).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  it('line-ups come from the rosters, as far as the rules have room', async () => {
    const players = []
    for (let i = 0; i < 7; i++)
      players.push({ player: (await createPlayer(site.p, SYSTEM, { name: `Sub ${i}` })).id })
    const own = await smallSeason(site.p, ' of subs')
    await setRoster(site.p, SYSTEM, own.id, own.sides[0], { players })
    const { lineups } = await createMatch(site.p, SYSTEM, {
      seasonId: own.id,
      sides: own.sides,
      start: startsIn(0),
    })
    expect(lineups[0]).toEqual({
      active: players.slice(0, 3).map(({ player }) => player),
      bench: players.slice(3, 5).map(({ player }) => player),
    })
  })

  it('names that change are changed everywhere, and a stale change is told', async () => {
    const own = await smallSeason(site.p, ' of names')
    const match = await own.match()
    expect(
      (await ask('host', 'PATCH', `/api/v1/sides/${own.sides[0]}`, { name: 'Renamed', short: 'RN' }, 1))
        .status,
    ).toBe(200)
    expect((await ask('host', 'PATCH', `/api/v1/sides/${own.sides[0]}`, { name: 'Again' }, 1)).status).toBe(
      412,
    )
    expect(
      (await ask('host', 'PATCH', `/api/v1/players/${own.players[0]}`, { name: 'New Name' }, 1)).status,
    ).toBe(200)
    const { json } = await ask(null, 'GET', `/api/v1/matches/${match}`)
    expect(json.sides[0]).toMatchObject({ name: 'Renamed', short: 'RN', active: [{ name: 'New Name' }] })
  })
})

test('what is kept of each match is what its log folds to, and is mended if not', async () => {
  const match = await begun()
  await season.rule(match, 1, 0, 'correct')
  expect(await rebuildResults(site.p, SYSTEM)).toEqual([])
  const right = (await findMatch(site.p, match))?.result
  if (!right) throw new Error('No match.')
  await site.p.write((w) => saveResult(w, match, { ...right, points: [99, 0] }))
  expect(await rebuildResults(site.p, SYSTEM)).toEqual([match])
  expect((await findMatch(site.p, match))?.result).toEqual(right)
})

test('the log of a match is append-only', async () => {
  const match = await begun()
  await expect(
    site.p.write(async (w) => {
      await sql`update match_facts set kind = 'end' where match_id = ${match}`.execute(w.q)
    }),
  ).rejects.toThrow('append-only')
  expect((await ruleMatch(site.p, SYSTEM, match, { kind: 'void', reason: 'Rain' })).result.outcome).toEqual({
    kind: 'void',
  })
})
