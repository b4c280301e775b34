import type { Platform } from '../platform/platform.ts'

/** The furthest first: who is about to order does not wait behind all who are still coming. */
const STAGES = ['order', 'checkout', 'cart'] as const
export type Stage = (typeof STAGES)[number]

/** The rest is left to pages, the log and the studio, however many come to a drop. */
const SHARE_OF_CONNECTIONS = 0.6

/** Lets so many act at a time; the others wait here for as long as it takes, not for a connection, which would run into its timeout. */
export class Turns {
  #free: number
  readonly #waiting: Record<Stage, (() => void)[]> = { order: [], checkout: [], cart: [] }

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  async take<T>(stage: Stage, act: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting[stage].push(resolve))
    try {
      return await act()
    } finally {
      this.#pass()
    }
  }

  #pass(): void {
    const next = STAGES.map((stage) => this.#waiting[stage]).find(({ length }) => length > 0)
    if (next) next.shift()?.()
    else this.#free++
  }
}

const all = new WeakMap<Platform, Turns>()

/** Of this process's carts, checkouts and orders. */
export function turnsOf(p: Platform): Turns {
  const turns = all.get(p) ?? new Turns(Math.max(1, Math.floor(p.connections * SHARE_OF_CONNECTIONS)))
  all.set(p, turns)
  return turns
}
