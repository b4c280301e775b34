import type { Platform } from '../platform/platform.ts'
import type { StudioEventName, StudioEvents } from './stream-wire.ts'

const COALESCE_MS = 30
const HEARTBEAT_MS = 25_000
/** A stream ends after so long, and comes back with the rights that its person has by then. */
const LIFE_MS = 10 * 60_000
/** Frames that may wait for a slow studio before it is dropped. */
const MAX_WAITING = 500

type Controller = ReadableStreamDefaultController<Uint8Array>
interface Stream {
  controller: Controller
  request: Request
}

const encoder = new TextEncoder()

export const studioFrame = <N extends StudioEventName>(name: N, data: StudioEvents[N]): Uint8Array =>
  encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

/** The open studios of this process. They are told the names of what has changed, drafts included. */
export class StudioStreams {
  readonly #p: Platform
  readonly #mayStay: (request: Request) => Promise<boolean>
  readonly #streams = new Set<Stream>()
  readonly #changed = new Set<string>()
  #everything = false
  #timer: NodeJS.Timeout | undefined
  #heartbeat: NodeJS.Timeout | undefined

  constructor(p: Platform, mayStay: (request: Request) => Promise<boolean>) {
    this.#p = p
    this.#mayStay = mayStay
    p.tail.onChange(this)
  }

  get size(): number {
    return this.#streams.size
  }

  start(): void {
    this.#heartbeat = setInterval(() => this.send('hello', { now: this.#now() }), HEARTBEAT_MS)
    this.#heartbeat.unref()
  }

  stop(): void {
    clearInterval(this.#heartbeat)
    clearTimeout(this.#timer)
    this.send('bye', { retry: retryMs() })
    for (const stream of this.#streams) this.#close(stream)
  }

  open(request: Request): Response {
    let stream: Stream | undefined
    let life: NodeJS.Timeout | undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        stream = { controller, request }
        this.#streams.add(stream)
        controller.enqueue(studioFrame('hello', { now: this.#now() }))
        life = setTimeout(() => stream && this.#dismiss(stream), LIFE_MS)
        life.unref()
      },
      cancel: () => {
        clearTimeout(life)
        if (stream) this.#streams.delete(stream)
      },
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    })
  }

  changed(topics: ReadonlySet<string>, everything: boolean): void {
    if (this.#streams.size === 0) return
    for (const topic of topics) this.#changed.add(topic)
    this.#everything ||= everything
    this.#timer ??= setTimeout(() => this.#flush(), COALESCE_MS)
  }

  send<N extends StudioEventName>(name: N, data: StudioEvents[N]): void {
    const bytes = studioFrame(name, data)
    for (const stream of this.#streams) {
      if ((stream.controller.desiredSize ?? 0) < -MAX_WAITING) this.#close(stream)
      else stream.controller.enqueue(bytes)
    }
  }

  #now(): number {
    return this.#p.clock.now().getTime()
  }

  #flush(): void {
    this.#timer = undefined
    const topics = [...this.#changed]
    this.#changed.clear()
    this.send('changed', { topics, everything: this.#everything })
    if (this.#everything || topics.includes('desk:people')) void this.#review()
    this.#everything = false
  }

  /** Accounts, roles or sessions have changed: who may not look any more is sent away. */
  async #review(): Promise<void> {
    for (const stream of this.#streams)
      if (!(await this.#mayStay(stream.request).catch(() => false))) this.#dismiss(stream)
  }

  #dismiss(stream: Stream): void {
    if (!this.#streams.has(stream)) return
    stream.controller.enqueue(studioFrame('bye', { retry: retryMs() }))
    this.#close(stream)
  }

  #close(stream: Stream): void {
    if (!this.#streams.delete(stream)) return
    stream.controller.close()
  }
}

const retryMs = (): number => 500 + Math.round(Math.random() * 1500)
