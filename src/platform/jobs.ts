import type { Source } from './db/database.ts'
import {
  countJobs,
  deleteJob,
  failJob,
  forgetFailedJobs,
  insertJob,
  nextDueInMs,
  renewJob,
  retryJob,
  type TakenJob,
  takeJob,
} from './job-store.ts'
import type { Logger } from './logger.ts'
import type { Tail, TailListener } from './log/tail.ts'
import type { Write } from './log/write.ts'

/** What a job is told: plain data. It may run more than once, so a handler is idempotent. */
export type JobHandler = (data: Record<string, unknown>, signal: AbortSignal) => Promise<void>
/** A job that takes longer than most, or more of the machine. */
export interface LongJob {
  run: JobHandler
  timeLimitMs: number
  /** So many of this name run at a time in one process. */
  atOnce: number
}
export type JobHandlers = Record<string, JobHandler | LongJob>

/** Jobs that run at each start and again after so many milliseconds, however many processes there are. */
export type RepeatedJobs = Record<string, number>

export interface JobOptions {
  /** A second job with the same key is not taken while the first waits or runs. */
  key?: string
  startAfter?: Date
}

export interface JobTiming {
  /** So many run at a time in one process. */
  atOnce: number
  /** After so long without a sign of life, a job is another's to run. */
  leaseMs: number
  timeLimitMs: number
  firstRetryMs: number
  retries: number
}

const TIMING: JobTiming = { atOnce: 4, leaseMs: 30_000, timeLimitMs: 900_000, firstRetryMs: 2000, retries: 8 }
/** The topic that wakes every process when a job was enqueued. */
export const JOBS_TOPIC = 'jobs'
const LONGEST_SLEEP_MS = 5000
const LONGEST_RETRY_MS = 3_600_000
const STOP_PATIENCE_MS = 5000
const KEEP_FAILED_DAYS = 30

/** Reactions, run after the commit of what caused them: in the database, retried, resumed after a crash. */
export class Jobs implements TailListener {
  readonly #db: Source
  readonly #log: Logger
  readonly #timing: JobTiming
  readonly #handlers: Record<string, LongJob> = {}
  readonly #running = new Map<Promise<void>, { name: string; controller: AbortController }>()
  readonly #repeated: RepeatedJobs = {}
  #clocks: NodeJS.Timeout[] = []
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> | null = null
  #again = false
  #started = false

  constructor(db: Source, tail: Tail, log: Logger, timing: Partial<JobTiming> = {}) {
    this.#db = db
    this.#log = log
    this.#timing = { ...TIMING, ...timing }
    tail.onChange(this)
  }

  handle(handlers: JobHandlers): void {
    for (const [name, handler] of Object.entries(handlers)) {
      if (this.#handlers[name]) throw new Error(`The job "${name}" has two handlers.`)
      const { atOnce, timeLimitMs } = this.#timing
      this.#handlers[name] = typeof handler === 'function' ? { run: handler, atOnce, timeLimitMs } : handler
    }
  }

  repeat(jobs: RepeatedJobs): void {
    Object.assign(this.#repeated, jobs)
  }

  /** Enqueues in the use case's own transaction: no commit, no job. It may run before or after `start`, here or elsewhere. */
  async enqueue(
    w: Write,
    name: string,
    data: Record<string, unknown>,
    { key, startAfter }: JobOptions = {},
  ): Promise<void> {
    if (!this.#handlers[name]) throw new Error(`No module handles the job "${name}".`)
    if (await insertJob(w, { name, key: key ?? null, data, runAt: startAfter ?? null })) w.touch(JOBS_TOPIC)
  }

  count(): Promise<{ waiting: number; failed: number }> {
    return countJobs(this.#db)
  }

  changed(topics: ReadonlySet<string>, everything: boolean): void {
    if (everything || topics.has(JOBS_TOPIC)) this.#wake()
  }

  async start(): Promise<void> {
    this.#started = true
    for (const [name, everyMs] of Object.entries(this.#repeated)) await this.#start(name, everyMs)
    this.#wake()
    await forgetFailedJobs(this.#db, KEEP_FAILED_DAYS)
  }

  /** Takes nothing more, and gives what runs a moment to end; what does not is run again elsewhere or at the next start. */
  async stop(): Promise<void> {
    this.#started = false
    clearTimeout(this.#timer)
    for (const clock of this.#clocks.splice(0)) clearInterval(clock)
    // What is being taken right now runs as well.
    const ended = Promise.resolve(this.#looking).then(() => Promise.all(this.#running.keys()))
    const patience = new Promise((resolve) => setTimeout(resolve, STOP_PATIENCE_MS).unref())
    await Promise.race([ended, patience])
    for (const { controller } of this.#running.values()) controller.abort()
  }

  async #start(name: string, everyMs: number): Promise<void> {
    // Its name is its key: of several processes that say so at once, one has it run.
    const due = (): Promise<boolean> => insertJob(this.#db, { name, key: name, data: {}, runAt: null })
    const again = (): void => {
      due().then(
        () => this.#wake(),
        (error: unknown) => this.#log.warn({ error }, 'jobs'),
      )
    }
    this.#clocks.push(setInterval(again, everyMs))
    await due()
  }

  #wake(): void {
    clearTimeout(this.#timer)
    if (!this.#started) return
    this.#again = true
    this.#looking ??= this.#look()
  }

  async #look(): Promise<void> {
    let sleepMs = LONGEST_SLEEP_MS
    try {
      while (this.#again && this.#started) {
        this.#again = false
        await this.#takeWhatIsDue()
        const dueInMs = await nextDueInMs(this.#db, this.#namesToTake())
        if (this.#running.size < this.#timing.atOnce && dueInMs !== null)
          sleepMs = Math.min(Math.max(dueInMs, 1), LONGEST_SLEEP_MS)
      }
    } catch (error) {
      this.#log.warn({ error }, 'jobs')
    }
    this.#looking = null
    if (this.#started) this.#timer = setTimeout(() => this.#wake(), sleepMs)
  }

  #namesToTake(): string[] {
    const running = [...this.#running.values()]
    return Object.entries(this.#handlers).flatMap(([name, { atOnce }]) =>
      running.filter((job) => job.name === name).length < atOnce ? [name] : [],
    )
  }

  async #takeWhatIsDue(): Promise<void> {
    while (this.#started && this.#running.size < this.#timing.atOnce) {
      const job = await takeJob(this.#db, this.#namesToTake(), this.#timing.leaseMs)
      if (!job) return
      const controller = new AbortController()
      const run = this.#run(job, controller).finally(() => {
        this.#running.delete(run)
        this.#wake()
      })
      this.#running.set(run, { name: job.name, controller })
    }
  }

  async #run(job: TakenJob, controller: AbortController): Promise<void> {
    const renewal = setInterval(() => void this.#renew(job, controller), this.#timing.leaseMs / 3)
    const handler = this.#handlers[job.name]
    const limit = setTimeout(() => controller.abort(), handler?.timeLimitMs ?? this.#timing.timeLimitMs)
    try {
      await handler?.run(job.data, controller.signal)
      await deleteJob(this.#db, job)
    } catch (error) {
      await this.#failed(job, error).catch((again: unknown) => this.#log.warn({ error: again }, 'jobs'))
    } finally {
      clearInterval(renewal)
      clearTimeout(limit)
    }
  }

  /** A job that somebody else has taken meanwhile is given up here. */
  async #renew(job: TakenJob, controller: AbortController): Promise<void> {
    const mine = await renewJob(this.#db, job, this.#timing.leaseMs).catch(() => true)
    if (!mine) controller.abort()
  }

  async #failed(job: TakenJob, error: unknown): Promise<void> {
    const problem = (error instanceof Error ? error.message : String(error))
      .replaceAll('\0', '')
      .slice(0, 1000)
    const { firstRetryMs, retries } = this.#timing
    const final = job.attempts > retries
    this.#log[final ? 'error' : 'info'](
      { job: job.name, id: job.id, attempt: job.attempts, problem },
      'job failed',
    )
    if (final) return failJob(this.#db, job, problem)
    const backoff = Math.min(firstRetryMs * 2 ** (job.attempts - 1), LONGEST_RETRY_MS)
    // Jobs that failed together do not come back together.
    return retryJob(this.#db, job, backoff * (0.75 + Math.random() / 2), problem)
  }
}
