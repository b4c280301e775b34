import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Database } from '../db/database.ts'
import { type Change, followChanges, readHead } from './change-store.ts'
import { Paced } from './paced.ts'
import { formatPosition, type Position } from './position.ts'

const CHANNEL = 'pressbox_changes'
/** So many looks are read at once. */
const BATCH = 1000
/** Catches what a lost notification missed. */
const SLOW_POLL_MS = 2000
/** Under constant writing so long is gathered between two looks; a change after a pause is looked at at once. */
const GATHER_MS = 25
/** How many topics' last changes are remembered; below the oldest of them, everything counts as changed. */
const REMEMBERED = 100_000

export interface TailListener {
  /** Topics that have changed, in the order of the log; `everything` after a restore. */
  changed(topics: ReadonlySet<string>, everything: boolean): void
}

interface Waiter {
  id: number
  resolve: () => void
}

interface Syncing {
  resolve: () => void
  reject: (error: Error) => void
}

/** This process's view of the change log: follows it, remembers when each topic changed last, tells the listeners. */
export class Tail {
  readonly #db: Database
  readonly #onError: (error: unknown) => void
  readonly #listeners = new Set<TailListener>()
  readonly #lastChange = new Map<string, number>()
  #waiting: Waiter[] = []
  #syncing: Syncing[] = []
  #announced = 0
  /** So many of the announced have been looked at. */
  #covered = 0
  #position: Position = { epoch: '', id: 0 }
  #floor = 0
  readonly #looking: Paced
  readonly #name = randomUUID()
  #stopped = false
  #listen: pg.Client | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(db: Database, onError: (error: unknown) => void) {
    this.#db = db
    this.#onError = onError
    this.#looking = new Paced(() => this.#pump().catch(onError), GATHER_MS)
  }

  get position(): Position {
    return this.#position
  }

  get formattedPosition(): string {
    return formatPosition(this.#position)
  }

  onChange(listener: TailListener): void {
    this.#listeners.add(listener)
  }

  /** Whether one of the topics has changed after the position `since`; when in doubt, yes. */
  changedSince(since: Position, topics: Iterable<string>): boolean {
    if (since.epoch !== this.#position.epoch || since.id < this.#floor) return true
    for (const topic of topics) if ((this.#lastChange.get(topic) ?? 0) > since.id) return true
    return false
  }

  async start(): Promise<void> {
    this.#position = await readHead(this.#db)
    this.#floor = this.#position.id
    void this.#keepListening()
    this.#timer = setInterval(() => this.wake(), SLOW_POLL_MS)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    await this.#listen?.end().catch(() => undefined)
    await this.#looking.running
    for (const { reject } of this.#syncing.splice(0)) reject(new Error('This process is stopping.'))
  }

  /** Looks for changes now; calls while one look is under way become one more look. */
  wake(): void {
    if (!this.#stopped) this.#looking.ask()
  }

  /** After a commit here: looks at once, which tells the other processes. */
  announce(): void {
    this.#announced++
    this.wake()
  }

  /** Resolves when everything announced here so far has been looked at. */
  async settled(): Promise<void> {
    const wanted = this.#announced
    while (this.#covered < wanted && !this.#stopped) await (this.#looking.running ?? this.sync())
  }

  /** Resolves when everything committed before this call is known here. */
  sync(): Promise<void> {
    if (this.#stopped) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#syncing.push({ resolve, reject })
      this.wake()
    })
  }

  /** Resolves when this process has seen the log up to a position of this epoch (at once for any other epoch). */
  reach(target: Position): Promise<void> {
    if (target.epoch !== this.#position.epoch || target.id <= this.#position.id) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push({ id: target.id, resolve })
      this.wake()
    })
  }

  async #pump(): Promise<void> {
    if (this.#stopped) return
    const syncing = this.#syncing.splice(0)
    const announced = this.#announced
    try {
      await this.#follow()
      for (const { resolve } of syncing) resolve()
    } catch (error) {
      for (const { reject } of syncing) reject(error as Error)
      throw error
    } finally {
      this.#covered = announced
    }
  }

  async #follow(): Promise<void> {
    const asked = new Set(this.#waiting)
    for (let more = true; more && !this.#stopped;) {
      const { epoch, head, changes } = await followChanges(this.#db, {
        after: this.#position.id,
        most: BATCH,
        teller: this.#name,
      })
      if (epoch !== this.#position.epoch || head < this.#position.id)
        return this.#restart({ epoch, id: head })
      if (changes.length > 0) this.#advance(changes)
      more = changes.length === BATCH
    }
    // A position that the log has not reached by now was never given out: somebody made it up.
    this.#release((waiter) => asked.has(waiter))
  }

  #restart(head: Position): void {
    this.#position = head
    this.#floor = head.id
    this.#lastChange.clear()
    this.#tell(new Set(), true)
  }

  #advance(changes: Change[]): void {
    const topics = new Set<string>()
    for (const change of changes)
      for (const topic of change.topics) {
        topics.add(topic)
        this.#lastChange.delete(topic)
        this.#lastChange.set(topic, change.id)
      }
    this.#position = { epoch: this.#position.epoch, id: changes.at(-1)?.id ?? this.#position.id }
    this.#forget()
    this.#tell(topics, false)
  }

  #forget(): void {
    for (const [topic, id] of this.#lastChange) {
      if (this.#lastChange.size <= REMEMBERED) return
      this.#lastChange.delete(topic)
      this.#floor = id
    }
  }

  #tell(topics: ReadonlySet<string>, everything: boolean): void {
    for (const listener of this.#listeners) listener.changed(topics, everything)
    this.#release(({ id }) => everything || id <= this.#position.id)
  }

  #release(isDone: (waiter: Waiter) => boolean): void {
    const done = this.#waiting.filter(isDone)
    this.#waiting = this.#waiting.filter((waiter) => !done.includes(waiter))
    for (const { resolve } of done) resolve()
  }

  async #keepListening(): Promise<void> {
    while (!this.#stopped) {
      const client = new pg.Client({ connectionString: this.#db.url })
      try {
        await this.#listenWith(client)
      } catch (error) {
        if (!this.#stopped) this.#onError(error)
      }
      this.#listen = null
      await client.end().catch(() => undefined)
      if (!this.#stopped) await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  /** Resolves when the connection has ended. */
  async #listenWith(client: pg.Client): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      client.on('end', resolve)
      client.on('error', () => resolve())
    })
    await client.connect()
    client.on('notification', ({ payload }) => {
      if (payload !== this.#name) this.wake()
    })
    await client.query(`listen ${CHANNEL}`)
    // Stopped while it connected: nobody else would end it.
    if (this.#stopped) return
    this.#listen = client
    this.wake()
    await ended
  }
}
