import type { SettingSource } from '../settings-store.ts'
import type { Derived } from './derived.ts'

/** One rendering's view: it reads through this, and so records what it asked about and until when the answer holds. */
export interface Reading extends SettingSource {
  /** The one instant this rendering is made for, on the database's clock. */
  readonly now: Date
  /** The host that serves `/files`, where it is another one. */
  readonly filesUrl: string | undefined
  /** Records topics that the answer depends on; also those under which nothing was found. */
  topic(...topics: string[]): void
  /** Records that time alone changes the answer at this instant. */
  until(instant: Date | null | undefined): void
  /** What is read under this name, by renderings once for all of them until it changes: not to be changed by who gets it. */
  shared<T>(name: string, read: (reading: Reading) => Promise<T>): Promise<T>
}

/** What a rendering reads from: the platform. */
export interface ReadingSource extends SettingSource {
  readonly filesUrl?: string | undefined
  /** Doors and use cases have none: they see what is written, not what this process has heard of. */
  reads?: Derived<unknown> | undefined
}

export class RecordedReading implements Reading {
  readonly topics = new Set<string>()
  expires: Date | null = null
  readonly q: ReadingSource['q']
  readonly now: Date
  readonly filesUrl: string | undefined
  readonly settings: ReadingSource['settings']
  readonly #reads: ReadingSource['reads']

  constructor(source: ReadingSource, now: Date) {
    this.q = source.q
    this.filesUrl = source.filesUrl
    this.settings = source.settings
    this.#reads = source.reads
    this.now = now
  }

  topic(...topics: string[]): void {
    for (const topic of topics) this.topics.add(topic)
  }

  until(instant: Date | null | undefined): void {
    if (!instant || instant <= this.now) return
    if (!this.expires || instant < this.expires) this.expires = instant
  }

  async shared<T>(name: string, read: (reading: Reading) => Promise<T>): Promise<T> {
    const entry = await this.#reads?.get(name, (_, reading) => read(reading))
    // What changed faster than it could be read may be older than this reading: then it is not known when it changes.
    if (!entry?.kept) return read(this)
    this.topic(...entry.topics)
    this.until(entry.expires)
    return entry.value as T
  }
}
