import type { SettingSource } from '../settings-store.ts'

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
}

/** What a rendering reads from: the platform. */
export interface ReadingSource extends SettingSource {
  readonly filesUrl?: string | undefined
}

export class RecordedReading implements Reading {
  readonly topics = new Set<string>()
  expires: Date | null = null
  readonly q: ReadingSource['q']
  readonly now: Date
  readonly filesUrl: string | undefined
  readonly settings: ReadingSource['settings']

  constructor(source: ReadingSource, now: Date) {
    this.q = source.q
    this.filesUrl = source.filesUrl
    this.settings = source.settings
    this.now = now
  }

  topic(...topics: string[]): void {
    for (const topic of topics) this.topics.add(topic)
  }

  until(instant: Date | null | undefined): void {
    if (!instant || instant <= this.now) return
    if (!this.expires || instant < this.expires) this.expires = instant
  }
}
