import type { StreamEventName, StreamEvents } from '../../src/platform/live/wire.ts'

type Heard = { [N in StreamEventName]: { name: N; data: StreamEvents[N] } }[StreamEventName]

/** A reader without a browser: opens `/live`, keeps what it hears, and what each region shows now. */
export class StreamReader {
  readonly heard: Heard[] = []
  readonly shows = new Map<string, string | null>()
  closed = false
  readonly #abort = new AbortController()
  #waiting: (() => void)[] = []

  static async open(origin: string, query: string): Promise<StreamReader> {
    const reader = new StreamReader()
    const response = await fetch(`${origin}/live?${query}`, { signal: reader.#abort.signal })
    if (!response.ok || !response.body)
      throw new Error(`The stream answered ${response.status}: ${await response.text()}`)
    void reader.#read(response.body)
    return reader
  }

  close(): void {
    this.#abort.abort()
  }

  /** Resolves as soon as the condition holds for what was heard; fails after `ms`. */
  async until(condition: (reader: this) => boolean, ms = 15_000): Promise<void> {
    const deadline = Date.now() + ms
    while (!condition(this)) {
      const left = deadline - Date.now()
      if (left <= 0)
        throw new Error(`Not heard within ${ms} ms. Heard: ${JSON.stringify(this.heard.slice(-5))}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#waiting.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = ''
    try {
      for await (const chunk of body.pipeThrough(
        new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>,
      )) {
        const frames = (rest + chunk).split('\n\n')
        rest = frames.pop() ?? ''
        for (const frame of frames) this.#hear(frame)
      }
    } catch {
      // Closed by this side or broken off by the other: either way it is over.
    }
    this.closed = true
    this.#wake()
  }

  #hear(frame: string): void {
    const name = /^event: (\w+)$/m.exec(frame)?.[1]
    const data = /^data: (.*)$/m.exec(frame)?.[1]
    if (!name || !data) return
    const event = { name, data: JSON.parse(data) as unknown } as Heard
    this.heard.push(event)
    if (event.name === 'region') this.shows.set(event.data.key, event.data.html)
    if (event.name === 'gone') this.shows.set(event.data.key, null)
    this.#wake()
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}
