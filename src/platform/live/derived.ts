import type { Clock } from '../clock.ts'
import type { Position } from '../log/position.ts'
import type { Tail } from '../log/tail.ts'
import { type ReadingSource, RecordedReading } from './reading.ts'

export interface Entry<V> {
  readonly key: string
  readonly value: V
  /** The log's position before the first read: everything up to it is in the value. */
  readonly position: Position
  readonly topics: ReadonlySet<string>
  readonly expires: Date | null
  readonly bytes: number
  /** Whether it is among what is kept; one that is not is told of no change any more. */
  kept: boolean
  /** What was composed of it, told when it is kept no more. */
  readonly wholes: Set<Composed>
}

export interface Composed {
  outOfDate(): void
}

export interface DerivedOptions<V> {
  source: ReadingSource
  clock: Clock
  tail: Tail
  make: (key: string, reading: RecordedReading) => Promise<V>
  bytesOf: (value: V) => number
  maxBytes: number
  /** Keys that somebody watches are kept whatever the bounds say. */
  pinned?(key: string): boolean
}

/** How often a value is made again because something changed meanwhile, before it is handed out unkept. */
const TRIES = 20
const ENTRY_OVERHEAD_BYTES = 400

/** Values made from the database and kept until a topic that they were made from changes, or their time runs out. */
export class Derived<V> {
  readonly #options: DerivedOptions<V>
  readonly #entries = new Map<string, Entry<V>>()
  readonly #byTopic = new Map<string, Set<string>>()
  readonly #flights = new Map<string, Promise<Entry<V>>>()
  #bytes = 0
  made = 0

  constructor(options: DerivedOptions<V>) {
    this.#options = options
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  /** The kept entry, if it still holds now. */
  peek(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key)
    if (!entry || (entry.expires && entry.expires <= this.#options.clock.now())) return undefined
    return entry
  }

  /** The kept entry, else one made now; one making a key at a time. */
  async get(key: string, make = this.#options.make): Promise<Entry<V>> {
    const kept = this.peek(key)
    if (kept) {
      this.#entries.delete(key)
      this.#entries.set(key, kept)
      return kept
    }
    const flying = this.#flights.get(key)
    if (flying) return flying
    const flight = this.#make(key, make).finally(() => this.#flights.delete(key))
    this.#flights.set(key, flight)
    return flight
  }

  /** Drops what was made from these topics, and returns the dropped keys. */
  drop(topics: Iterable<string>): string[] {
    const dropped: string[] = []
    for (const topic of topics)
      for (const key of this.#byTopic.get(topic) ?? []) if (this.#remove(key)) dropped.push(key)
    return dropped
  }

  dropAll(): string[] {
    const keys = [...this.#entries.keys()]
    for (const key of keys) this.#remove(key)
    return keys
  }

  async #make(key: string, make: DerivedOptions<V>['make']): Promise<Entry<V>> {
    const { source, clock, tail, bytesOf } = this.#options
    for (let attempt = 1; ; attempt++) {
      const position = tail.position
      const reading = new RecordedReading(source, clock.now())
      const value = await make(key, reading)
      this.made++
      const { topics, expires } = reading
      const bytes = bytesOf(value) + key.length * 2 + ENTRY_OVERHEAD_BYTES
      const entry = { key, value, position, topics, expires, bytes, kept: false, wholes: new Set<Composed>() }
      if (!tail.changedSince(position, topics)) {
        this.#keep(entry)
        return entry
      }
      if (attempt >= TRIES) return entry
    }
  }

  #keep(entry: Entry<V>): void {
    this.#remove(entry.key)
    this.#entries.set(entry.key, entry)
    entry.kept = true
    this.#bytes += entry.bytes
    for (const topic of entry.topics) {
      const keys = this.#byTopic.get(topic)
      if (keys) keys.add(entry.key)
      else this.#byTopic.set(topic, new Set([entry.key]))
    }
    if (this.#bytes > this.#options.maxBytes) this.#evict(entry.key)
  }

  #evict(newest: string): void {
    for (const key of this.#entries.keys()) {
      if (this.#bytes <= this.#options.maxBytes) return
      if (key !== newest && !this.#options.pinned?.(key)) this.#remove(key)
    }
  }

  #remove(key: string): boolean {
    const entry = this.#entries.get(key)
    if (!entry) return false
    this.#entries.delete(key)
    entry.kept = false
    for (const whole of entry.wholes) whole.outOfDate()
    this.#bytes -= entry.bytes
    for (const topic of entry.topics) {
      const keys = this.#byTopic.get(topic)
      keys?.delete(key)
      if (keys?.size === 0) this.#byTopic.delete(topic)
    }
    return true
  }
}
