import cluster, { type Worker } from 'node:cluster'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Config, ConfigError } from './platform/config.ts'
import type { Logger } from './platform/logger.ts'
import { prepareOnce } from './prepare-once.ts'
import { serve } from './serve.ts'

/** What a worker tells the process that started it. */
type Told = { ready: string } | { failed: string }

interface Workers {
  /** Their address, when all listen. */
  ready: Promise<string>
  stop(): Promise<void>
}

/** One that dies again and again is not started faster than this. */
const RESTART_MS = 500
/** Longer than a worker takes to finish its requests. */
const LONGEST_STOP_MS = 15_000

/** Processes of this program that serve one port, each with caches, streams and jobs of its own. One that dies is replaced. */
export function startWorkers(config: Config, databaseUrl: string, log: Logger): Workers {
  let stopping = false
  cluster.setupPrimary({ exec: join(import.meta.dirname, 'main.ts'), args: process.argv.slice(2) })
  const fork = (): Worker => cluster.fork({ DATABASE_URL: databaseUrl })
  const replace = ({ process: { pid } }: Worker, code: number, signal: string): void => {
    if (stopping) return
    log.warn({ pid, code, signal }, 'a worker has ended; starting another')
    setTimeout(() => stopping || fork(), RESTART_MS)
  }
  const stop = async (): Promise<void> => {
    stopping = true
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
    await Promise.all(workers.map(stopWorker))
  }
  const allReady = async (): Promise<string> => {
    const urls = await Promise.all(Array.from({ length: config.WORKERS }, () => heardFrom(fork())))
    cluster.on('exit', replace)
    return urls[0] ?? ''
  }
  return { ready: allReady(), stop }
}

function heardFrom(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('message', (told: Told) => {
      if ('ready' in told) resolve(told.ready)
      else reject(new ConfigError(told.failed))
    })
    worker.once('exit', (code) => reject(new Error(`A worker ended with ${code} while it started.`)))
  })
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.process.kill('SIGTERM')
  await Promise.race([ended, sleep(LONGEST_STOP_MS, undefined, { ref: false })])
  if (!worker.isDead()) worker.process.kill('SIGKILL')
}

/** The first of them prepares what is prepared once; one that replaces it has another number. */
export async function serveAsWorker(config: Config, databaseUrl: string, log: Logger): Promise<void> {
  const tell = (told: Told): void => void process.send?.(told)
  try {
    const site = await serve(config, databaseUrl, log)
    stopWhenTold(() => site.stop())
    if (cluster.worker?.id === 1) await prepareOnce(site)
    tell({ ready: site.url })
    await site.p.jobs.start()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    tell({ failed: error.message })
  }
}

/** A Ctrl-C reaches every process of the terminal: the first one decides, and tells with SIGTERM. */
function stopWhenTold(stop: () => Promise<void>): void {
  let stopping = false
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => {
    if (stopping) return
    stopping = true
    void stop().then(() => process.exit(0))
  })
}
