import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { formatPosition, type Position } from '../log/position.ts'
import type { Tail } from '../log/tail.ts'
import type { Derived, Entry } from './derived.ts'
import { type Group, type Presence, type Reader, ReaderGroups } from './reader-groups.ts'
import { fillRegions, regionsWithin } from './nested.ts'
import type { RenderedRegion } from './regions.ts'
import { HEARTBEAT_MS, type StreamEventName, type StreamEvents } from './wire.ts'

/** A reader with so much unread is dropped; it comes back with its hashes and misses nothing. */
const MAX_UNREAD_BYTES = 1_000_000
/** So many sockets are written before the loop gets a turn. */
const SLICE = 500
/** The clocks of two processes differ by less. */
const SKEW_MS = 2000
/** So long changes that come faster than a region can be made are gathered. */
const UNSETTLED_MS = 50

export interface WatchRequest {
  /** Region key → the hash that the reader shows. */
  regions: ReadonlyMap<string, string>
  since: Position | null
  /** Somebody has a page open; otherwise it only looks, as the studio's preview does. */
  reads: boolean
  /** Paths of the pages that are open over there. */
  places: readonly string[]
}

export const frame = <N extends StreamEventName>(name: N, data: StreamEvents[N]): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Sends the new HTML of each changed region to every reader who watches it: rendered once, framed once, one write a reader. */
export class Hub {
  readonly #regions: Derived<RenderedRegion>
  readonly #tail: Tail
  readonly #clock: Clock
  readonly #groups = new ReaderGroups()
  readonly #sentHash = new Map<string, string>()
  readonly #dirty = new Set<string>()
  readonly #onError: (error: unknown) => void
  #flushing = false
  #heartbeat: NodeJS.Timeout | undefined
  #draining = false
  dropped = 0

  constructor(regions: Derived<RenderedRegion>, tail: Tail, clock: Clock, onError: (error: unknown) => void) {
    this.#regions = regions
    this.#tail = tail
    this.#clock = clock
    this.#onError = onError
  }

  get draining(): boolean {
    return this.#draining
  }

  /** Streams, whoever they are for. */
  get listening(): number {
    return this.#groups.count
  }

  watches(key: string): boolean {
    return this.#groups.watch(key)
  }

  presence(): Presence {
    return this.#groups.presence()
  }

  start(): void {
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
  }

  /** Registers first, then sends what differs from what the reader shows: nothing can fall between. */
  async join(request: IncomingMessage, response: ServerResponse, watch: WatchRequest): Promise<void> {
    const { socket } = request
    // On a reused connection the answer before may still be on its way out: frames must not overtake it and our head.
    if (!response.socket) await once(response, 'socket')
    if (socket.destroyed) return
    // Ends with the connection instead of being chunked, so that a frame is one plain write to the socket.
    response.removeHeader('transfer-encoding')
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
    response.flushHeaders()
    socket.setNoDelay(true)
    socket.setTimeout(0)
    const hello = {
      now: this.#clock.now().getTime(),
      position: this.#tail.formattedPosition,
      crowd: this.#groups.count,
    }
    socket.write(`retry: ${this.#retry()}\n\n${frame('hello', hello)}`)
    const reader: Reader = { socket, reads: watch.reads, places: watch.places }
    const group = this.#groups.join([...watch.regions.keys()], reader)
    socket.once('close', () => this.#leave(group, reader))
    if (this.#draining) return this.#dismiss(reader)
    if (watch.since) await this.#tail.reach(watch.since)
    await this.#catchUp(reader, watch.regions)
  }

  /** Told which regions may have changed: renders those that somebody watches and sends them. */
  push(keys: Iterable<string>): void {
    for (const key of keys) if (this.#groups.watch(key)) this.#dirty.add(key)
    if (this.#flushing || this.#dirty.size === 0) return
    this.#flushing = true
    void this.#flush().finally(() => {
      this.#flushing = false
      if (this.#dirty.size > 0) this.push([])
    })
  }

  pushAll(): void {
    this.push(this.#groups.keys())
  }

  /** Sends every reader away, each to come back after a time of its own. */
  drain(): void {
    this.#draining = true
    clearInterval(this.#heartbeat)
    for (const { readers } of this.#groups.all()) for (const reader of readers) this.#dismiss(reader)
  }

  #retry(): number {
    return 500 + Math.round(Math.random() * (1000 + this.#groups.count / 2))
  }

  #dismiss({ socket }: Reader): void {
    socket.end(frame('bye', { retry: this.#retry() }))
  }

  #leave(group: Group, reader: Reader): void {
    for (const key of this.#groups.leave(group, reader)) this.#sentHash.delete(key)
  }

  async #catchUp(reader: Reader, shown: ReadonlyMap<string, string>): Promise<void> {
    const entries = await Promise.all([...shown.keys()].map((key) => this.#entryToShow(key)))
    const differing = entries.filter(({ key, value }) => value.hash !== shown.get(key))
    const frames = await Promise.all(differing.map((entry) => this.#frameOf(entry)))
    if (frames.length > 0) this.#write(reader, frames.join(''))
  }

  /** With what it places within it, for a page that does not show that yet. */
  async #frameOf({ key, value: { html, hash }, position }: Entry<RenderedRegion>): Promise<string> {
    const at = formatPosition(position)
    if (html === null) return frame('gone', { key, at })
    const whole = fillRegions(html, await regionsWithin(this.#regions, html), [key])
    return frame('region', { key, at, hash, html: whole })
  }

  async #entryToShow(key: string): Promise<Entry<RenderedRegion>> {
    const entry = await this.#regions.get(key)
    this.#noteShown(key, entry.value.hash)
    this.#lookAgain(entry)
    return entry
  }

  /**
   * No change of the log tells of an entry that was not kept, since it changed faster than it could be made; and one whose time
   * is up in a moment may be of a change that another process, whose clock is ahead, wrote for that very instant.
   */
  #lookAgain({ key, kept, expires }: Entry<RenderedRegion>): void {
    const left = kept ? (expires ? expires.getTime() - this.#clock.now().getTime() : Infinity) : UNSETTLED_MS
    if (left < SKEW_MS) setTimeout(() => this.push([key]), Math.max(left, 0) + 1).unref()
  }

  /** The first to watch a region shows what is to be compared with. One that joins others may show what they have not: the next push then goes to all. */
  #noteShown(key: string, hash: string): void {
    const [group, another] = this.#groups.of(key)
    const alone = group?.readers.size === 1 && another === undefined
    if (alone) this.#sentHash.set(key, hash)
    else if (this.#sentHash.get(key) !== hash) this.#sentHash.delete(key)
  }

  async #flush(): Promise<void> {
    // One turn of the loop gathers what one commit touched.
    await nextTurn()
    const keys = [...this.#dirty]
    this.#dirty.clear()
    const framed = await Promise.allSettled(keys.map((key) => this.#newsOf(key)))
    const frames = new Map<string, string>()
    framed.forEach((result, i) => {
      const key = keys[i] ?? ''
      if (result.status === 'rejected') this.#tryAgain(key, result.reason)
      else if (result.value !== null) frames.set(key, result.value)
    })
    await this.#broadcast(frames)
  }

  /** The frame of what open pages do not show yet. */
  async #newsOf(key: string): Promise<string | null> {
    const entry = await this.#regions.get(key)
    this.#lookAgain(entry)
    if (this.#sentHash.get(key) === entry.value.hash) return null
    const news = await this.#frameOf(entry)
    this.#sentHash.set(key, entry.value.hash)
    return news
  }

  #tryAgain(key: string, reason: unknown): void {
    this.#onError(reason)
    setTimeout(() => this.push([key]), 1000)
  }

  async #broadcast(frames: ReadonlyMap<string, string>): Promise<void> {
    const groups = new Set([...frames.keys()].flatMap((key) => [...this.#groups.of(key)]))
    let written = 0
    for (const group of groups)
      written = await this.#writeAll(
        group,
        Buffer.from(group.keys.map((key) => frames.get(key) ?? '').join('')),
        written,
      )
  }

  async #beat(): Promise<void> {
    const bytes = Buffer.from(frame('beat', {}))
    let written = 0
    for (const group of this.#groups.all()) written = await this.#writeAll(group, bytes, written)
  }

  async #writeAll({ readers }: Group, bytes: Buffer, before: number): Promise<number> {
    let written = before
    for (const reader of readers) {
      this.#write(reader, bytes)
      if (++written % SLICE === 0) await nextTurn()
    }
    return written
  }

  #write({ socket }: Reader, bytes: Buffer | string): void {
    if (socket.destroyed) return
    if (socket.writableLength > MAX_UNREAD_BYTES) {
      this.dropped++
      socket.destroy()
      return
    }
    socket.write(bytes)
  }
}
