import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskMatchJson, FactBatchInput, FactJson, NewFact } from '../wire.ts'
import { type DeskParts, type NewWords, RulingDesk, type Sent } from './ruling-desk.ts'
import { keepLocally } from './ruling-keep.ts'
import type { Fits } from './ruling-queue.ts'

const HARBOR = '00000000-0000-4000-8000-00000000000a'
const OWLS = '00000000-0000-4000-8000-00000000000b'
const MATCH = '00000000-0000-4000-8000-000000000001'

const rule = (round: number, side: string, ruling: 'correct' | 'wrong' = 'correct'): NewWords => ({
  kind: 'rule',
  round,
  side,
  ruling,
  credits: [],
  points: null,
})

const amend = (target: string, reason: string, ruling: 'correct' | 'wrong' = 'correct'): NewWords => ({
  kind: 'amend',
  target,
  ruling,
  side: null,
  credits: [],
  points: null,
  reason,
})

/** A question is ruled once; what is taken back has to be there. The least that rules have to say. */
const fits: Fits = (log, fact) => {
  if (fact.kind === 'rule')
    return log.some(({ fact: old }) => old.kind === 'rule' && questionOf(old) === questionOf(fact))
      ? 'This question is ruled already.'
      : null
  if (fact.kind === 'undo') return log.at(-1)?.fact.id === fact.target ? null : 'It is not the last.'
  return null
}
const questionOf = (fact: NewFact & { kind: 'rule' }): string => `${fact.round}/${fact.side}`

class MemoryStorage implements Storage {
  [name: string]: unknown
  readonly #entries = new Map<string, string>()
  get length(): number {
    return this.#entries.size
  }
  key = (i: number): string | null => [...this.#entries.keys()][i] ?? null
  getItem = (name: string): string | null => this.#entries.get(name) ?? null
  setItem = (name: string, text: string): void => void this.#entries.set(name, text)
  removeItem = (name: string): void => void this.#entries.delete(name)
  clear = (): void => this.#entries.clear()
}

/** What the server promises: a fact is counted once, in order; facts that fit no more are refused whole. */
class Server {
  log: FactJson[] = []

  get match(): DeskMatchJson {
    return { id: MATCH, head: this.log.length, facts: [...this.log] } as unknown as DeskMatchJson
  }

  take({ base, facts }: FactBatchInput): Sent {
    const known = new Set(this.log.map(({ fact }) => fact.id))
    const fresh = (facts as NewFact[]).filter(({ id }) => !known.has(id))
    const next = [...this.log]
    for (const fact of fresh) {
      if (fits(next, fact) !== null)
        return base < this.log.length
          ? { kind: 'stale', match: this.match }
          : { kind: 'refused', why: 'It does not fit.' }
      const at = new Date(0).toISOString()
      next.push({ seq: next.length + 1, at, by: null, publicAt: at, stands: true, fact })
    }
    this.log = next
    return { kind: 'taken', match: this.match }
  }
}

type Weather = 'good' | 'request-lost' | 'answer-lost'

let hosts = 0

/** A browser of a host: its storage outlives its tabs. Time passes when the test says so. */
class Host {
  readonly storage = new MemoryStorage()
  readonly dropped: string[] = []
  weather: Weather = 'good'
  readonly #server: Server
  #timers: (() => void)[] = []
  #now = 0
  readonly #seed = ++hosts
  #desks: RulingDesk[] = []

  constructor(server: Server, tabs = 1) {
    this.#server = server
    for (let i = 0; i < tabs; i++) this.#desks.push(this.#open())
  }

  #open(): RulingDesk {
    const parts: DeskParts = {
      keep: keepLocally(MATCH, this.storage),
      send: async (batch) => {
        await Promise.resolve()
        if (this.weather === 'request-lost') return { kind: 'lost' }
        const sent = this.#server.take(batch)
        return this.weather === 'answer-lost' ? { kind: 'lost' } : sent
      },
      read: async () => {
        await Promise.resolve()
        if (this.weather !== 'good') throw new Error('The network is away.')
        return this.#server.match
      },
      fitsIn: () => fits,
      now: () => ++this.#now,
      chance: () => 0.5,
      randomness: () => new Uint8Array(8).fill(this.#seed % 256),
      alone: (act) => act(),
      later: (_, act) => {
        this.#timers.push(act)
        return () => (this.#timers = this.#timers.filter((each) => each !== act))
      },
    }
    return new RulingDesk(this.#server.match, parts)
  }

  tab = (i = 0): RulingDesk => this.#desks[i % this.#desks.length]!

  /** The browser is killed; its tabs are opened again, by what is on its disk. */
  crash(): void {
    for (const desk of this.#desks) desk.stop()
    this.#timers = []
    this.#desks = this.#desks.map(() => this.#open())
  }

  async timePasses(): Promise<void> {
    const due = this.#timers
    this.#timers = []
    for (const act of due) act()
    await settle()
  }

  /** Good weather, the stream speaks, and the host answers whatever is asked: theirs stands. */
  async comesToRest(): Promise<void> {
    this.weather = 'good'
    for (let i = 0; i < 100 && this.storage.length > 0; i++) {
      for (const desk of this.#desks) {
        desk.hear(this.#server.match)
        desk.storageChanged()
        const { question } = desk.view().queue
        if (question) {
          this.dropped.push(question.mine.id)
          desk.drop(question.mine.id)
        }
      }
      await this.timePasses()
    }
  }
}

const settle = async (): Promise<void> => {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}
const rulingsOf = (server: Server): string[] =>
  server.log.map(({ fact }) =>
    fact.kind === 'rule' ? `${fact.round}${fact.side === HARBOR ? 'H' : 'O'}` : '',
  )

describe('rulings on their way', () => {
  it('shows a ruling at once, keeps it, and forgets it only when the server’s log has it', async () => {
    const server = new Server()
    const host = new Host(server)
    host.weather = 'request-lost'
    host.tab().tell(rule(1, HARBOR))
    await settle()
    expect(host.tab().view().queue).toMatchObject({ failures: 1, sending: [] })
    expect(host.tab().view().kept).toBe(true)
    expect(host.storage.length).toBe(1)
    host.weather = 'good'
    await host.timePasses()
    expect(rulingsOf(server)).toEqual(['1H'])
    expect(host.storage.length).toBe(0)
    expect(host.tab().view().queue).toMatchObject({ waiting: [], failures: 0 })
  })

  it('counts a ruling once whose answer was lost', async () => {
    const server = new Server()
    const host = new Host(server)
    host.weather = 'answer-lost'
    host.tab().tell(rule(1, HARBOR))
    await settle()
    host.weather = 'good'
    await host.timePasses()
    expect(rulingsOf(server)).toEqual(['1H'])
    expect(host.storage.length).toBe(0)
  })

  it('sends thirty rulings of a dead network in order, after the tab has crashed', async () => {
    const server = new Server()
    const host = new Host(server)
    host.weather = 'request-lost'
    for (let round = 1; round <= 15; round++) {
      host.tab().tell(rule(round, HARBOR))
      host.tab().tell(rule(round, OWLS))
    }
    await settle()
    host.crash()
    expect(host.tab().view().queue.waiting).toHaveLength(30)
    await host.comesToRest()
    expect(rulingsOf(server)).toEqual(Array.from({ length: 15 }, (_, i) => [`${i + 1}H`, `${i + 1}O`]).flat())
    expect(host.dropped).toEqual([])
  })

  it('sets its rulings upon those of another host where they fit', async () => {
    const server = new Server()
    const [one, two] = [new Host(server), new Host(server)]
    one.weather = 'request-lost'
    one.tab().tell(rule(2, HARBOR))
    two.tab().tell(rule(1, HARBOR))
    await settle()
    one.weather = 'good'
    await one.timePasses()
    await one.comesToRest()
    expect(rulingsOf(server)).toEqual(['1H', '2H'])
    expect(one.dropped).toEqual([])
  })

  it('takes the same ruling of two hosts for one', async () => {
    const server = new Server()
    const [one, two] = [new Host(server), new Host(server)]
    one.weather = 'request-lost'
    one.tab().tell(rule(1, HARBOR))
    two.tab().tell(rule(1, HARBOR))
    await settle()
    one.weather = 'good'
    await one.timePasses()
    await one.timePasses()
    expect(one.tab().view().queue).toMatchObject({ waiting: [], question: null })
    expect(rulingsOf(server)).toEqual(['1H'])
  })

  it('asks where two hosts ruled one question differently, and sends nothing until it is answered', async () => {
    const server = new Server()
    const [one, two] = [new Host(server), new Host(server)]
    one.weather = 'request-lost'
    one.tab().tell(rule(1, HARBOR, 'correct'))
    one.tab().tell(rule(1, OWLS, 'correct'))
    two.tab().tell(rule(1, HARBOR, 'wrong'))
    await settle()
    one.weather = 'good'
    await one.timePasses()
    await one.timePasses()
    const { queue } = one.tab().view()
    expect(queue.question).toMatchObject({
      kind: 'clash',
      mine: { round: 1, ruling: 'correct' },
      theirs: [{ fact: { ruling: 'wrong' } }],
    })
    expect(queue.waiting).toHaveLength(2)
    expect(server.log).toHaveLength(1)
    one.tab().drop(queue.question!.mine.id)
    await settle()
    expect(rulingsOf(server)).toEqual(['1H', '1O'])
  })

  it('asks where two hosts have changed one ruling, though either change fits', async () => {
    const server = new Server()
    const [one, two] = [new Host(server), new Host(server)]
    one.tab().tell(rule(1, HARBOR, 'wrong'))
    await settle()
    const target = server.log[0]!.fact.id
    two.tab().hear(server.match)
    one.weather = 'request-lost'
    one.tab().tell(amend(target, 'The list was short'))
    two.tab().tell(amend(target, 'The horn blew late'))
    await settle()
    one.tab().hear(server.match)
    expect(one.tab().view().queue).toMatchObject({ question: null, waiting: [] })
    two.tab().tell(amend(target, '', 'wrong'))
    await settle()
    one.tab().tell(amend(target, '', 'correct'))
    await settle()
    one.tab().hear(server.match)
    expect(one.tab().view().queue.question).toMatchObject({ kind: 'clash', mine: { kind: 'amend' } })
  })

  it('finds out which of a batch the server will not take, and asks about that one', async () => {
    const server = new Server()
    const host = new Host(server)
    host.weather = 'request-lost'
    host.tab().tell(rule(1, HARBOR))
    host.tab().tell(rule(1, HARBOR, 'wrong'))
    host.tab().tell(rule(2, HARBOR))
    await settle()
    host.weather = 'good'
    for (let i = 0; i < 4; i++) await host.timePasses()
    expect(host.tab().view().queue.question).toMatchObject({ kind: 'refused', mine: { ruling: 'wrong' } })
    expect(rulingsOf(server)).toEqual(['1H'])
    await host.comesToRest()
    expect(rulingsOf(server)).toEqual(['1H', '2H'])
  })

  it('says so where the browser keeps nothing for us, and still sends', async () => {
    const server = new Server()
    const closed = new MemoryStorage()
    closed.setItem = () => {
      throw new Error('closed')
    }
    const desk = new RulingDesk(server.match, {
      keep: keepLocally(MATCH, closed),
      send: (batch) => Promise.resolve(server.take(batch)),
      read: () => Promise.resolve(server.match),
      fitsIn: () => fits,
      now: () => 1,
      chance: () => 0,
      randomness: () => new Uint8Array(8),
      alone: (act) => act(),
      later: () => () => undefined,
    })
    desk.tell(rule(1, HARBOR))
    expect(desk.view().kept).toBe(false)
    await settle()
    expect(rulingsOf(server)).toEqual(['1H'])
    expect(desk.view().kept).toBe(true)
  })
})

type Move =
  | { type: 'rule'; host: number; tab: number; round: number; side: string; ruling: 'correct' | 'wrong' }
  | { type: 'weather'; host: number; weather: Weather }
  | { type: 'crash' | 'hear' | 'time'; host: number }

const host = fc.nat({ max: 1 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    type: fc.constant('rule' as const),
    host,
    tab: fc.nat({ max: 1 }),
    round: fc.integer({ min: 1, max: 6 }),
    side: fc.constantFrom(HARBOR, OWLS),
    ruling: fc.constantFrom('correct' as const, 'wrong' as const),
  }),
  fc.record({
    type: fc.constant('weather' as const),
    host,
    weather: fc.constantFrom<Weather[]>('good', 'request-lost', 'answer-lost'),
  }),
  fc.record({ type: fc.constantFrom('crash' as const, 'hear' as const, 'time' as const), host }),
)

describe('rulings, whatever happens', () => {
  it('come to the server each once and in order, or the host was asked about them, or another host said the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const server = new Server()
        const all = [new Host(server, 2), new Host(server)]
        const told: { id: string; says: string }[] = []
        for (const each of moves) {
          const one = all[each.host]!
          if (each.type === 'weather') one.weather = each.weather
          if (each.type === 'crash') one.crash()
          if (each.type === 'hear') one.tab().hear(server.match)
          if (each.type === 'time') await one.timePasses()
          if (each.type === 'rule') {
            const desk = one.tab(each.tab)
            const before = new Set(desk.view().queue.waiting.map(({ fact }) => fact.id))
            desk.tell(rule(each.round, each.side, each.ruling))
            const added = desk.view().queue.waiting.find(({ fact }) => !before.has(fact.id))
            expect(added).toBeDefined()
            told.push({ id: added!.fact.id, says: `${each.round}${each.side}${each.ruling}` })
          }
          if (each.type !== 'rule') await settle()
        }
        for (let i = 0; i < 3; i++) for (const one of all) await one.comesToRest()
        const ids = server.log.map(({ fact }) => fact.id)
        expect(new Set(ids).size).toBe(ids.length)
        const said = new Set(
          server.log.map(({ fact }) => (fact.kind === 'rule' ? fact.round + fact.side + fact.ruling : '')),
        )
        const dropped = new Set(all.flatMap((one) => one.dropped))
        for (const { id, says } of told)
          expect(ids.includes(id) || dropped.has(id) || said.has(says)).toBe(true)
        for (const one of all) expect(one.storage.length).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
