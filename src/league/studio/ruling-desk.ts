import type { DeskMatchJson, FactBatchInput, NewFact } from '../wire.ts'
import { rulingId } from './ruling-id.ts'
import type { Keep } from './ruling-keep.ts'
import {
  emptyQueue,
  type Fits,
  nextBatch,
  type QueueEvent,
  type RulingQueue,
  step,
  waitMs,
} from './ruling-queue.ts'

/** What became of a sending; `lost`: nobody knows. */
export type Sent =
  | { kind: 'taken'; match: DeskMatchJson }
  | { kind: 'stale'; match: DeskMatchJson }
  | { kind: 'refused'; why: string }
  | { kind: 'lost' }

export interface DeskParts {
  keep: Keep
  send(batch: FactBatchInput): Promise<Sent>
  /** The match as the server has it now; throws where it cannot be reached. */
  read(): Promise<DeskMatchJson>
  fitsIn(match: DeskMatchJson): Fits
  now(): number
  /** 0 to 1. */
  chance(): number
  randomness(): Uint8Array<ArrayBuffer>
  /** Runs one at a time among the tabs of a browser, where it can. */
  alone(act: () => Promise<void>): Promise<void>
  /** Calls later; returns what calls it off. */
  later(ms: number, act: () => void): () => void
}

export interface DeskView {
  match: DeskMatchJson
  queue: RulingQueue
  /** Whether all that waits survives a closed tab. */
  kept: boolean
}

type Told<F> = F extends NewFact ? Omit<F, 'id'> : never
/** A fact without its id, which the desk gives it. */
export type NewWords = Told<NewFact>

/** The host's end of a match: keeps each ruling first, shows it at once, and sends it until the server has it. */
export class RulingDesk {
  readonly #parts: DeskParts
  readonly #listeners = new Set<() => void>()
  readonly #safe = new Set<string>()
  #view: DeskView
  #busy = false
  /** Another tab has settled something, and it is not known yet whether the log has it or its host dropped it. */
  #unsure = false
  #callOff: (() => void) | null = null
  #lastId = ''

  constructor(match: DeskMatchJson, parts: DeskParts) {
    this.#parts = parts
    const waiting = parts.keep.all()
    for (const { fact } of waiting) this.#safe.add(fact.id)
    this.#lastId = waiting.at(-1)?.fact.id ?? ''
    this.#view = { match, queue: step(emptyQueue, { type: 'kept', waiting }), kept: true }
    this.hear(match)
  }

  view = (): DeskView => this.#view

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The server's match, by the stream or as an answer. */
  hear(match: DeskMatchJson): void {
    this.#hear(match)
    this.wake()
  }

  #hear(match: DeskMatchJson): void {
    this.#view = { ...this.#view, match }
    this.#step({ type: 'heard', match, fits: this.#parts.fitsIn(match) })
  }

  tell(words: NewWords): void {
    const madeAt = this.#parts.now()
    const id = rulingId(madeAt, this.#parts.randomness(), this.#lastId)
    this.#lastId = id
    const fact: NewFact = { ...words, id }
    this.#step({ type: 'made', waiting: { fact, madeAt, base: this.#view.match.head } })
    this.wake()
  }

  /** The host has answered a question: ours goes; `instead` of it this is told, if anything. */
  drop(id: string, instead?: NewWords): void {
    this.#step({ type: 'dropped', ids: [id] })
    this.hear(this.#view.match)
    if (instead) this.tell(instead)
  }

  /** The host wants it tried once more. */
  again(): void {
    this.#step({ type: 'again' })
    this.hear(this.#view.match)
  }

  /** Another tab has added or settled something. */
  storageChanged(): void {
    const waiting = this.#parts.keep.all()
    for (const { fact } of waiting) this.#safe.add(fact.id)
    this.#unsure ||= this.#safe.size > waiting.length
    this.#step({ type: 'kept', waiting })
    this.wake()
  }

  /** What another tab has settled goes from here after the log was read, so that no score jumps back in between. */
  async #makeSure(): Promise<void> {
    const match = await this.#parts.read()
    this.#unsure = false
    const kept = new Set(this.#parts.keep.all().map(({ fact }) => fact.id))
    const settled = [...this.#safe].filter((id) => !kept.has(id))
    for (const id of settled) this.#safe.delete(id)
    this.#hear(match)
    this.#step({ type: 'dropped', ids: settled })
  }

  /** Sends what waits, now. */
  wake(): void {
    this.#callOff?.()
    this.#callOff = null
    if (!this.#busy && nextBatch(this.#view.queue).length > 0) void this.#pump()
  }

  /** Waits no longer for a better moment; what is kept stays kept. */
  stop(): void {
    this.#callOff?.()
    this.#callOff = null
  }

  async #pump(): Promise<void> {
    this.#busy = true
    try {
      await this.#parts.alone(() => this.#sendNext())
    } finally {
      this.#busy = false
    }
    if (nextBatch(this.#view.queue).length === 0) return
    this.#callOff = this.#parts.later(waitMs(this.#view.queue, this.#parts.chance()), () => this.wake())
  }

  async #sendNext(): Promise<void> {
    if (this.#unsure)
      try {
        await this.#makeSure()
      } catch {
        this.#step({ type: 'lost' })
        return
      }
    const batch = nextBatch(this.#view.queue)
    const [first] = batch
    if (!first) return
    this.#step({ type: 'sending', ids: batch.map(({ fact }) => fact.id) })
    const sent = await this.#parts.send({ base: first.base, facts: batch.map(({ fact }) => fact) })
    this.#take(sent, first.base)
  }

  #take(sent: Sent, base: number): void {
    switch (sent.kind) {
      case 'taken':
      case 'stale': {
        const { match } = sent
        this.#hear(match)
        // Set upon what is new, it is sent again at once. Where nothing was new, that would be for ever.
        const again = sent.kind === 'stale' && match.head > base
        this.#step({ type: again || this.#view.queue.sending.length === 0 ? 'arrived' : 'lost' })
        return
      }
      case 'refused':
        this.#step({ type: 'refused', why: sent.why })
        return
      case 'lost':
        this.#step({ type: 'lost' })
    }
  }

  #step(event: QueueEvent): void {
    const before = this.#view.queue
    const queue = step(before, event)
    if (queue === before) return
    this.#save(before, queue)
    const kept = queue.waiting.every(({ fact }) => this.#safe.has(fact.id))
    this.#view = { ...this.#view, queue, kept }
    for (const listener of this.#listeners) listener()
  }

  #save(before: RulingQueue, after: RulingQueue): void {
    const { keep } = this.#parts
    const was = new Map(before.waiting.map((each) => [each.fact.id, each]))
    for (const each of after.waiting) {
      const { id } = each.fact
      const old = was.get(id)
      was.delete(id)
      if (old && old.base === each.base && this.#safe.has(id)) continue
      if (keep.put(each)) this.#safe.add(id)
    }
    for (const id of was.keys()) {
      keep.remove(id)
      this.#safe.delete(id)
    }
  }
}
