import { setTimeout as sleep } from 'node:timers/promises'
import { hashOf } from '../../src/platform/live/regions.ts'
import { StreamReader } from './stream-reader.ts'

const RETRY_MS = 100

/** The regions of a page and their hashes, as the page carries them. */
export function regionsOf(markup: string): Map<string, string> {
  const found = markup.matchAll(/data-region="([^"]+)" data-hash="([^"]*)"/g)
  return new Map([...found].map(([, key = '', hash = '']) => [key, hash]))
}

export async function fetchPage(url: string): Promise<{ status: number; markup: string }> {
  const response = await fetch(url)
  return { status: response.status, markup: await response.text() }
}

/** An open page without a browser: keeps its stream, comes back when it breaks, and knows the hash of what each region shows. */
export class FollowingReader {
  readonly shown: Map<string, string>
  readonly #site: { url: string }
  readonly #path: string
  #position: string
  #stream: StreamReader | null = null
  #over = false
  #running: Promise<void> = Promise.resolve()

  /** `site.url` is asked again at each return: a site may come back elsewhere. */
  static async open(site: { url: string }, path: string): Promise<FollowingReader> {
    const { status, markup } = await fetchPage(site.url + path)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    const reader = new FollowingReader(site, path, markup)
    reader.#running = reader.#follow()
    return reader
  }

  private constructor(site: { url: string }, path: string, markup: string) {
    this.#site = site
    this.#path = path
    this.shown = regionsOf(markup)
    this.#position = /<meta name="pressbox" content="([^"]+)"/.exec(markup)?.[1] ?? ''
  }

  async close(): Promise<void> {
    this.#over = true
    this.#stream?.close()
    await this.#running
  }

  /** Regions that this reader shows otherwise than a page made now. */
  async stale(): Promise<string[]> {
    const { markup } = await fetchPage(this.#site.url + this.#path)
    const fresh = regionsOf(markup)
    return [...this.shown].filter(([key, hash]) => (fresh.get(key) ?? 'gone') !== hash).map(([key]) => key)
  }

  async #follow(): Promise<void> {
    while (!this.#over) {
      const regions = [...this.shown].map((pair) => pair.join('~')).join(',')
      const query = new URLSearchParams({ regions, since: this.#position, at: this.#path })
      this.#stream = await StreamReader.open(this.#site.url, query.toString()).catch(() => null)
      if (this.#stream) await this.#hear(this.#stream)
      await sleep(RETRY_MS * (0.5 + Math.random()))
    }
  }

  async #hear(stream: StreamReader): Promise<void> {
    let taken = 0
    while (!stream.closed || taken < stream.heard.length) {
      if (taken === stream.heard.length)
        await stream
          .until(({ heard, closed }) => closed || heard.length > taken, 60_000)
          .catch(() => undefined)
      for (; taken < stream.heard.length; taken++) this.#take(stream.heard[taken])
    }
  }

  #take(event: StreamReader['heard'][number] | undefined): void {
    if (event?.name !== 'region' && event?.name !== 'gone') return
    const hash = event.name === 'gone' ? 'gone' : hashOf(event.data.html)
    this.shown.set(event.data.key, hash)
    this.#position = event.data.at
  }
}
