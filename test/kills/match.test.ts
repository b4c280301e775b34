import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { foldMatch } from '../../src/league/scoring.ts'
import type { DeskMatchJson, NewFactInput, PublicMatchJson } from '../../src/league/wire.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { RunningSite } from '../support/running-site.ts'

const KILLS = 50
/** Every so many kills the database's server is killed with it, as a power cut would. */
const POWER_CUT_EVERY = 5
/** The kill comes after so many answers at most, and then within so many milliseconds. */
const MOST_ANSWERS = 12
const LONGEST_WAIT_MS = 15
/** Fifty starts, each of a second or two; many more on a machine that does other things as well. */
const LONGEST_MS = 25 * 60_000

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
let state = seed
const random = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}

let site: RunningSite
afterAll(() => site.remove())

let answers = 0

/** A host's console: keeps what it told until it is acknowledged, and sends that again, under the same ids. */
class Host {
  readonly told: NewFactInput[] = []
  acknowledged: DeskMatchJson
  #unsent: NewFactInput[] = []
  readonly #desk: Desk

  constructor(desk: Desk, match: DeskMatchJson) {
    this.#desk = desk
    this.acknowledged = match
  }

  /** Rules until the connection breaks. */
  async rule(): Promise<void> {
    for (;;) {
      if (this.#unsent.length === 0) this.#choose()
      await this.#send()
      answers++
    }
  }

  /** What was under way when the server went: sent again, whether it had arrived or not. */
  async resume(): Promise<void> {
    if (this.#unsent.length > 0) await this.#send()
  }

  #choose(): void {
    const { turn, allowed } = this.acknowledged.state
    const id = crypto.randomUUID()
    const whim = random()
    if (allowed.start) this.#tell({ id, kind: 'start' })
    else if (whim < 0.15 && allowed.undo && this.acknowledged.head > 2)
      this.#tell({ id, kind: 'undo', target: allowed.undo })
    else if (whim < 0.25 && allowed.redo) this.#tell({ id, kind: 'redo', target: allowed.redo })
    else if (turn) this.#ruleTurn(id, turn, whim)
    else if (allowed.overtime) this.#tell({ id, kind: 'overtime' })
    else if (allowed.end) this.#tell({ id, kind: 'end' })
    else
      this.#tell(
        { id, kind: 'reopen', reason: 'Once more' },
        { id: crypto.randomUUID(), kind: 'void', reason: 'Enough' },
      )
  }

  #ruleTurn(id: string, turn: NonNullable<DeskMatchJson['state']['turn']>, whim: number): void {
    const side = turn.side ?? this.acknowledged.sides[0].id
    const ruling = turn.side === null ? 'wrong' : whim < 0.6 ? 'correct' : 'wrong'
    this.#tell({ id, kind: 'rule', round: turn.round, side, ruling })
  }

  #tell(...facts: NewFactInput[]): void {
    this.#unsent.push(...facts)
    this.told.push(...facts)
  }

  async #send(): Promise<void> {
    const body = { base: this.acknowledged.head, facts: this.#unsent }
    this.acknowledged = await this.#desk.must<DeskMatchJson>(
      'POST',
      `/api/v1/matches/${this.acknowledged.id}/facts`,
      { body },
    )
    this.#unsent = []
  }
}

let number = 0

async function newMatch(desk: Desk, seasonId: string, sides: string[]): Promise<DeskMatchJson> {
  const start = { at: new Date().toISOString(), zone: 'UTC' }
  const body = { seasonId, sides, start, slug: `match-${++number}` }
  return desk.must('POST', '/api/v1/matches', { body })
}

async function newSeason(desk: Desk): Promise<{ id: string; sides: string[] }> {
  const { id } = await desk.must<{ id: string }>('POST', '/api/v1/seasons', { body: { name: 'Season' } })
  const sides: string[] = []
  for (const [name, short] of [
    ['Harbor City', 'HC'],
    ['Night Owls', 'NO'],
  ]) {
    const side = await desk.must<{ id: string }>('POST', '/api/v1/sides', { body: { name, short } })
    await desk.must('PUT', `/api/v1/seasons/${id}/sides/${side.id}`, { body: { players: [] } })
    sides.push(side.id)
  }
  return { id, sides }
}

/** Everything that was told is in the log once and in order, and each total is its fold. */
async function isRight(desk: Desk, { acknowledged, told }: Host): Promise<void> {
  const match = await desk.must<DeskMatchJson>('GET', `/api/v1/desk/matches/${acknowledged.id}`)
  expect(match.facts.map(({ fact }) => fact.id)).toEqual(told.map(({ id }) => id))
  expect(match.facts.map(({ seq }) => seq)).toEqual(told.map((_, i) => i + 1))
  expect(match.head).toBe(acknowledged.head)
  const log = match.facts.map(({ seq, at, by, fact }) => ({ seq, at: new Date(at), by, fact }))
  const [a, b] = match.sides
  expect(match.state).toEqual(foldMatch(match.ruleset, [a.id, b.id], log))
  const seen = await desk.must<PublicMatchJson>('GET', `/api/v1/matches/${match.id}`)
  expect(seen.state?.sides).toEqual(match.state.sides)
  const { items } = await desk.must<{ items: { id: string; points: number[] | null }[] }>(
    'GET',
    `/api/v1/desk/matches?season=${match.season.id}`,
  )
  const kept = items.find(({ id }) => id === match.id)?.points ?? [0, 0]
  expect(kept).toEqual(match.state.sides.map(({ points }) => points))
}

function killDatabase(): void {
  const pid = Number(
    readFileSync(join(site.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(pid, 'SIGKILL')
}

test(
  `killed at ${KILLS} moments of a match (SEED=${seed}), it has every ruling once, starts by itself, and readers resume`,
  async () => {
    site = await RunningSite.start({ script: 'src/main.ts' })
    const desk = await Desk.open(site)
    const season = await newSeason(desk)
    let host = new Host(desk, await newMatch(desk, season.id, season.sides))
    const reader = await FollowingReader.open(site, '/matches/match-1')
    for (let kill = 1; kill <= KILLS; kill++) {
      const ruling = host.rule().catch(() => undefined)
      const enough = answers + Math.floor(random() * MOST_ANSWERS)
      while (answers < enough) await sleep(1)
      await sleep(random() * LONGEST_WAIT_MS)
      if (kill % POWER_CUT_EVERY === 0) killDatabase()
      await site.stop('SIGKILL')
      await ruling
      await site.start()
      await host.resume()
      await isRight(desk, host)
      if (host.acknowledged.head > 150) host = new Host(desk, await newMatch(desk, season.id, season.sides))
    }
    expect(answers).toBeGreaterThan(KILLS)
    expect((await fetchPage(`${site.url}/matches/match-1`)).status).toBe(200)
    await expect.poll(() => reader.stale(), { timeout: 10_000 }).toEqual([])
    await reader.close()
  },
  LONGEST_MS,
)
