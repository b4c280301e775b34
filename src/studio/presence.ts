import { randomUUID } from 'node:crypto'
import type { Platform } from '../platform/platform.ts'
import { forgetProcess, readPresence, reportReaders } from './presence-store.ts'
import type { Presence } from './wire.ts'

const EVERY_MS = 2000
/** Most read pages that a process reports; the long tail counts in the total alone. */
const REPORTED_PLACES = 200

/** Tells the other processes how many readers are here, and the studio how many are everywhere. */
export class PresenceReporter {
  readonly #p: Platform
  readonly #tell: (presence: Presence) => void
  readonly #wanted: () => boolean
  readonly #process = randomUUID()
  #timer: NodeJS.Timeout | undefined
  #reported = 0
  #told = ''
  #busy: Promise<void> | null = null

  constructor(p: Platform, wanted: () => boolean, tell: (presence: Presence) => void) {
    this.#p = p
    this.#wanted = wanted
    this.#tell = tell
  }

  start(): void {
    this.#timer = setInterval(() => this.beat(), EVERY_MS)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#busy
    await forgetProcess(this.#p, this.#process).catch(() => undefined)
  }

  /** One report at a time: a slow database is not asked twice. */
  beat(): void {
    this.#busy ??= this.#report()
      .catch((error: unknown) => this.#p.log.debug({ error }, 'presence'))
      .finally(() => {
        this.#busy = null
      })
  }

  async #report(): Promise<void> {
    const { readers, places } = this.#p.hub.presence()
    if (readers > 0 || this.#reported > 0) {
      await reportReaders(this.#p, this.#process, readers, mostRead(places))
      this.#reported = readers
    }
    if (!this.#wanted()) {
      this.#told = ''
      return
    }
    const presence = await readPresence(this.#p)
    const words = JSON.stringify(presence)
    if (words === this.#told) return
    this.#told = words
    this.#tell(presence)
  }
}

const mostRead = (places: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...places].sort((a, b) => b[1] - a[1]).slice(0, REPORTED_PLACES))
