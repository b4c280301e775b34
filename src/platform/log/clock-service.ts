import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { passDueInstants } from './change-store.ts'
import type { Tail, TailListener } from './tail.ts'

/** Longest sleep between two looks: a clock that was set is noticed within it. */
const LONGEST_SLEEP_MS = 5000

/** Writes the change rows of instants when they are due; whoever of several processes is first takes each. */
export class ClockService implements TailListener {
  readonly #db: Database
  readonly #clock: Clock
  readonly #tail: Tail
  readonly #onError: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(db: Database, clock: Clock, tail: Tail, onError: (error: unknown) => void) {
    this.#db = db
    this.#clock = clock
    this.#tail = tail
    this.#onError = onError
    tail.onChange(this)
  }

  changed(topics: ReadonlySet<string>, everything: boolean): void {
    if (everything || topics.has('instants')) this.#sleep(0)
  }

  start(): void {
    this.#sleep(0)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  #sleep(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#look(), ms)
  }

  async #look(): Promise<void> {
    try {
      const { passed, next } = await passDueInstants(this.#db)
      if (passed > 0) this.#tail.announce()
      // More may be due than one look takes.
      if (passed > 0) return this.#sleep(0)
      const wait = next ? next.getTime() - this.#clock.now().getTime() : LONGEST_SLEEP_MS
      this.#sleep(Math.min(Math.max(wait, 1), LONGEST_SLEEP_MS))
    } catch (error) {
      this.#onError(error)
      this.#sleep(1000)
    }
  }
}
