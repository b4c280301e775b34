import { join } from 'node:path'
import { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { connect, type Database } from './db/database.ts'
import { OutboundFetcher } from './fetch/outbound-fetcher.ts'
import { FileStore } from './files/file-store.ts'
import { RequestMetrics } from './http/request-metrics.ts'
import { Jobs } from './jobs.ts'
import { CardRegistry } from './live/cards.ts'
import { Derived } from './live/derived.ts'
import { Hub } from './live/hub.ts'
import { PageCache, type PageSkeleton } from './live/page-cache.ts'
import type { ReadingSource, RecordedReading } from './live/reading.ts'
import { RegionRegistry, type RenderedRegion } from './live/regions.ts'
import type { Logger } from './logger.ts'
import { forgetOldChanges } from './log/change-store.ts'
import { ClockService } from './log/clock-service.ts'
import { Tail } from './log/tail.ts'
import { createWriter, type Writer } from './log/write.ts'
import { Mailer } from './mail/mailer.ts'
import { findSetting, type KeptSetting, settingsTopic } from './settings-store.ts'

const MEGABYTE = 1_000_000
const CLOCK_CHECK_MS = 60_000
const HOUR_MS = 3_600_000
/** No process is without the log for so long: its head alone has to be known then. */
const LOG_KEPT_HOURS = 7 * 24

/** The processes share what a PostgreSQL allows by itself, 100, of which some are left for commands beside them. */
const connectionsFor = (processes: number): number =>
  Math.max(2, Math.min(16, Math.floor(80 / processes) - 1))

export type SkeletonMaker = (key: string, reading: RecordedReading) => Promise<PageSkeleton>

/** What every module stands on. Use cases take it as their first argument. */
export class Platform {
  readonly config: Config
  readonly log: Logger
  readonly db: Database
  /** So many at most to the database, in this process. */
  readonly connections: number
  readonly clock = new Clock()
  readonly tail: Tail
  readonly write: Writer
  readonly jobs: Jobs
  readonly requests = new RequestMetrics()
  readonly files: FileStore
  readonly mailer: Mailer
  readonly outbound = new OutboundFetcher()
  readonly cards = new CardRegistry()
  readonly settings: Derived<KeptSetting>
  readonly #reads: Derived<unknown>
  readonly regionKinds = new RegionRegistry()
  readonly regions: Derived<RenderedRegion>
  readonly skeletons: Derived<PageSkeleton>
  readonly pages: PageCache
  readonly hub: Hub
  readonly #clockService: ClockService
  #makeSkeleton: SkeletonMaker = () => Promise.reject(new Error('No pages are mounted.'))
  #clockTimer: NodeJS.Timeout | undefined
  #logTimer: NodeJS.Timeout | undefined

  constructor(config: Config, databaseUrl: string, log: Logger) {
    this.config = config
    this.log = log
    const report = (error: unknown): void => log.warn({ error }, 'database')
    this.connections = connectionsFor(config.WORKERS)
    this.db = connect(databaseUrl, report, this.connections)
    this.tail = new Tail(this.db, report)
    this.write = createWriter(this.db, this.clock, (topics) => {
      // What this process has written it reads at once, not only when it has heard of it from the log.
      this.settings.drop(topics)
      this.tail.announce()
    })
    this.jobs = new Jobs(this.db, this.tail, log)
    this.mailer = new Mailer(this)
    this.files = new FileStore(join(config.PRESSBOX_DATA, 'files'))
    const derived = { source: this, clock: this.clock, tail: this.tail }
    this.settings = new Derived<KeptSetting>({
      ...derived,
      make: (name, reading) => {
        reading.topic(settingsTopic(name))
        return findSetting(reading, name)
      },
      bytesOf: ({ row }) => JSON.stringify(row).length * 2,
      maxBytes: MEGABYTE,
    })
    const { q, filesUrl, settings } = this
    const source: ReadingSource = { q, filesUrl, settings }
    const rendered = { ...derived, source }
    this.#reads = new Derived<unknown>({
      ...rendered,
      make: (name) => Promise.reject(new Error(`Nobody said how "${name}" is read.`)),
      bytesOf: (value) => (JSON.stringify(value)?.length ?? 0) * 2,
      maxBytes: 16 * MEGABYTE,
    })
    // What several share may be made of what several share.
    source.reads = this.#reads
    this.regions = new Derived<RenderedRegion>({
      ...rendered,
      make: (key, reading) => this.regionKinds.render(key, reading),
      bytesOf: ({ html }) => (html?.length ?? 0) * 2,
      maxBytes: 64 * MEGABYTE,
      pinned: (key) => this.hub.watches(key),
    })
    this.skeletons = new Derived<PageSkeleton>({
      ...rendered,
      make: (key, reading) => this.#makeSkeleton(key, reading),
      bytesOf: ({ markup }) => markup.length * 2,
      maxBytes: 128 * MEGABYTE,
    })
    this.pages = new PageCache(this.skeletons, this.regions, 128 * MEGABYTE)
    this.hub = new Hub(this.regions, this.tail, this.clock, report)
    this.#clockService = new ClockService(this.db, this.clock, this.tail, report)
    this.tail.onChange(this)
  }

  get q(): Database['q'] {
    return this.db.q
  }

  get filesUrl(): string | undefined {
    return this.config.FILES_URL
  }

  servePages(make: SkeletonMaker): void {
    this.#makeSkeleton = make
  }

  changed(topics: ReadonlySet<string>, everything: boolean): void {
    for (const kept of [this.settings, this.#reads, this.skeletons]) {
      if (everything) kept.dropAll()
      else kept.drop(topics)
    }
    const regions = everything ? this.regions.dropAll() : this.regions.drop(topics)
    if (everything) this.hub.pushAll()
    else this.hub.push(regions)
  }

  async start(): Promise<void> {
    await this.clock.synchronise(this.db)
    this.#clockTimer = setInterval(() => {
      this.clock.synchronise(this.db).catch((error: unknown) => this.log.warn({ error }, 'clock'))
    }, CLOCK_CHECK_MS)
    this.#logTimer = setInterval(() => {
      forgetOldChanges(this.db, LOG_KEPT_HOURS).catch((error: unknown) => this.log.warn({ error }, 'log'))
    }, HOUR_MS)
    await this.tail.start()
    this.#clockService.start()
    this.hub.start()
    this.files.sweep().catch((error: unknown) => this.log.warn({ error }, 'files'))
  }

  async stop(): Promise<void> {
    clearInterval(this.#clockTimer)
    clearInterval(this.#logTimer)
    this.#clockService.stop()
    await this.jobs.stop()
    await this.tail.stop()
    await this.db.close()
  }
}
