import { setTimeout as sleep } from 'node:timers/promises'

/** Work that is done at once when it is asked for and, while it is asked for all the time, so long apart. */
export class Paced {
  readonly #work: () => Promise<void>
  readonly #apartMs: number
  #busy = false
  #again = false
  /** The work that is under way. */
  running: Promise<void> | null = null

  /** `work` never rejects. */
  constructor(work: () => Promise<void>, apartMs: number) {
    this.#work = work
    this.#apartMs = apartMs
  }

  /** What is asked for while it is under way, or between two times, is done by the next. */
  ask(): void {
    this.#again = true
    if (!this.#busy) void this.#keepOn()
  }

  async #keepOn(): Promise<void> {
    this.#busy = true
    while (this.#again) {
      this.#again = false
      this.running = this.#work()
      await this.running
      this.running = null
      if (this.#again) await sleep(this.#apartMs)
    }
    this.#busy = false
  }
}
