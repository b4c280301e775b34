import { PgBoss } from 'pg-boss'
import { type Queries, runSql } from './db/database.ts'
import type { Logger } from './logger.ts'
import type { Write } from './log/write.ts'

/** What a job is told: plain data. It may run more than once, so a handler is idempotent. */
export type JobHandler = (data: Record<string, unknown>, signal: AbortSignal) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

export interface JobOptions {
  /** A second job with the same key is not taken while the first waits or runs. */
  key?: string
  startAfter?: Date
}

const RETRIES = { retryLimit: 6, retryDelay: 2, retryBackoff: true, expireInSeconds: 900 }

/** Reactions, run after the commit of what caused them: in the database, retried, resumed after a crash. */
export class Jobs {
  readonly #boss: PgBoss
  readonly #log: Logger
  readonly #handlers: JobHandlers = {}

  constructor(url: string, log: Logger) {
    this.#boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 4 })
    this.#boss.on('error', (error) => log.error({ error }, 'job queue'))
    this.#log = log
  }

  handle(handlers: JobHandlers): void {
    for (const [name, handler] of Object.entries(handlers)) {
      if (this.#handlers[name]) throw new Error(`The job "${name}" has two handlers.`)
      this.#handlers[name] = handler
    }
  }

  async start(): Promise<void> {
    await this.#boss.start()
    for (const [name, handler] of Object.entries(this.#handlers)) {
      await this.#boss.createQueue(name)
      await this.#boss.work<Record<string, unknown>>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
        if (job) await handler(job.data, job.signal)
      })
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 5000, close: true })
  }

  /** Enqueues in the use case's own transaction: no commit, no job. */
  async enqueue(
    w: Write,
    name: string,
    data: Record<string, unknown>,
    options: JobOptions = {},
  ): Promise<void> {
    if (!this.#handlers[name]) throw new Error(`No module handles the job "${name}".`)
    const db = executorOf(w.q)
    await this.#boss.send(name, data, {
      ...RETRIES,
      db,
      ...(options.key !== undefined && { singletonKey: options.key }),
      ...(options.startAfter && { startAfter: options.startAfter }),
    })
    this.#log.debug({ job: name }, 'enqueued')
  }
}

const executorOf = (
  q: Queries,
): { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> } => ({
  executeSql: (text, values = []) => runSql(q, text, values),
})
