import { type Playing, problemOf } from './check-fact.ts'
import type { LogEntry } from './match-log.ts'
import { type Ruleset, TWELVE_ROUNDS } from './ruleset.ts'
import { foldMatch, type Sides } from './scoring.ts'
import { type MatchState, NewFact, type NewFactInput, type Ruling } from './wire.ts'

/** Ids that read as what they are. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const A = uuid(1)
export const B = uuid(2)
export const SIDES: Sides = [A, B]
export const [ANN, ABE, BEA, BOB] = [uuid(11), uuid(12), uuid(21), uuid(22)]

export type Told = NewFactInput extends infer F ? (F extends { id: string } ? Omit<F, 'id'> : never) : never

/** Tests count in seconds from here. */
const ZERO = Date.parse('2026-11-22T20:00:00Z')
export const at = (second: number): Date => new Date(ZERO + second * 1000)

/** A match and its log, told fact by fact, a second apart unless said otherwise. */
export class LogBook {
  readonly entries: LogEntry[] = []
  readonly playing: Playing
  #second = 0

  constructor(rules: Partial<Ruleset> = {}) {
    this.playing = {
      rules: { ...TWELVE_ROUNDS, ...rules },
      sides: SIDES,
      players: [new Set([ANN, ABE]), new Set([BEA, BOB])],
    }
  }

  get state(): MatchState {
    return foldMatch(this.playing.rules, this.playing.sides, this.entries)
  }

  get points(): number[] {
    return this.state.sides.map(({ points }) => points)
  }

  problem(told: Told): string | null {
    return problemOf(this.playing, this.entries, this.#fact(told))
  }

  /** Its id. Fails where the rules refuse it. */
  tell(told: Told, second = this.#second + 1): string {
    const problem = this.problem(told)
    if (problem) throw new Error(`${problem} ${JSON.stringify(told)}`)
    this.#second = second
    const fact = this.#fact(told)
    this.entries.push({ seq: this.entries.length + 1, at: at(second), by: null, fact })
    return fact.id
  }

  /** Rules the question that is on. */
  rule(ruling: Ruling, given: { credits?: [string, number][]; points?: number; side?: string } = {}): string {
    const { turn } = this.state
    if (!turn) throw new Error('No question is on.')
    return this.tell({
      kind: 'rule',
      round: turn.round,
      side: turn.side ?? given.side ?? A,
      ruling,
      credits: (given.credits ?? []).map(([player, sixths]) => ({ player, sixths })),
      points: given.points ?? null,
    })
  }

  undo(): string {
    return this.tell({ kind: 'undo', target: this.state.allowed.undo ?? '' })
  }

  redo(): string {
    return this.tell({ kind: 'redo', target: this.state.allowed.redo ?? '' })
  }

  /** Rules all that is left of the rounds so, until none is on. */
  playOut(rulingOf: (side: string | null, round: number) => Ruling = () => 'wrong'): this {
    for (let turn = this.state.turn; turn; turn = this.state.turn) {
      if (turn.kind === 'sudden-death' && turn.round > 100) throw new Error('It does not end.')
      const ruling = turn.side === null ? 'void' : rulingOf(turn.side, turn.round)
      this.rule(ruling)
    }
    return this
  }

  #fact(told: Told): NewFact {
    return NewFact.parse({ ...told, id: uuid(1000 + this.entries.length) })
  }
}

export const started = (rules: Partial<Ruleset> = {}): LogBook => {
  const book = new LogBook(rules)
  book.tell({ kind: 'start' })
  return book
}
