import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../platform/http/problem.ts'
import type { Inspected, PictureJob, ResultMessage } from './picture-job.ts'

const WORKER = join(import.meta.dirname, 'picture-worker.ts')

export interface WorkerLimits {
  processes: number
  /** So many jobs may wait; more are refused at once. */
  waiting: number
  timeMs: number
  /** An idle process is ended, since decoders keep what memory they took. */
  idleMs: number
}

const LIMITS: WorkerLimits = { processes: 2, waiting: 200, timeMs: 30_000, idleMs: 60_000 }

/** The picture could not be read or made: it is broken, or too much for the time it may take. */
export class PictureProblem extends Error {}

interface Task {
  job: PictureJob
  resolve(result: Inspected | null): void
  reject(error: Error): void
}

interface Worker {
  child: ChildProcess
  task: Task | null
  timer: NodeJS.Timeout | undefined
}

/** A few processes that decode and encode pictures. One that hangs or dies takes only its own job with it. */
export class PictureWorkers {
  readonly #limits: WorkerLimits
  readonly #module: string
  readonly #workers = new Set<Worker>()
  readonly #queue: Task[] = []
  #lastId = 0

  constructor(limits: Partial<WorkerLimits> = {}, module = WORKER) {
    this.#limits = { ...LIMITS, ...limits }
    this.#module = module
  }

  get pids(): number[] {
    return [...this.#workers].flatMap(({ child }) => (child.pid === undefined ? [] : [child.pid]))
  }

  run(job: PictureJob): Promise<Inspected | null> {
    if (this.#queue.length >= this.#limits.waiting)
      return Promise.reject(
        new Refusal('unavailable', 'Too many pictures are being made. Try again in a few seconds.', {
          retryAfter: 5,
        }),
      )
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject })
      this.#next()
    })
  }

  stop(): void {
    for (const { child } of this.#workers) child.kill('SIGKILL')
  }

  #next(): void {
    if (this.#queue.length === 0) return
    const worker = [...this.#workers].find(({ task }) => task === null) ?? this.#spawn()
    const task = worker && this.#take()
    if (!worker || !task) return
    const id = ++this.#lastId
    clearTimeout(worker.timer)
    worker.task = task
    worker.timer = setTimeout(() => worker.child.kill('SIGKILL'), this.#limits.timeMs)
    worker.child.once('message', (message) => this.#finish(worker, message as ResultMessage))
    worker.child.send({ id, job: task.job }, (error) => error && worker.child.kill('SIGKILL'))
  }

  #spawn(): Worker | null {
    if (this.#workers.size >= this.#limits.processes) return null
    // Secrets in our environment are nothing that a decoder needs.
    const child = fork(this.#module, { env: {}, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const worker: Worker = { child, task: null, timer: undefined }
    this.#workers.add(worker)
    // Pages go before pictures.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    // Neither keeps us running: a worker without a parent ends by itself.
    child.unref()
    child.channel?.unref()
    child.once('exit', () => this.#bury(worker))
    child.on('error', () => child.kill('SIGKILL'))
    return worker
  }

  /** What somebody waits for goes before AVIF, which nobody does. */
  #take(): Task | undefined {
    const urgent = this.#queue.findIndex(({ job }) => job.kind === 'inspect' || job.format !== 'avif')
    return this.#queue.splice(Math.max(urgent, 0), 1)[0]
  }

  #finish(worker: Worker, message: ResultMessage): void {
    const { task } = worker
    worker.task = null
    clearTimeout(worker.timer)
    worker.timer = setTimeout(() => worker.child.kill('SIGKILL'), this.#limits.idleMs).unref()
    if (message.ok) task?.resolve(message.result)
    else task?.reject(new PictureProblem(message.problem))
    this.#next()
  }

  #bury(worker: Worker): void {
    clearTimeout(worker.timer)
    this.#workers.delete(worker)
    worker.task?.reject(new PictureProblem('The picture took too long, or its decoder crashed.'))
    this.#next()
  }
}
