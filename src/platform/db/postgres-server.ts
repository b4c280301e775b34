import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findBinaries, type Binaries } from './postgres-binaries.ts'
import { ensureCluster } from './postgres-server-init.ts'
import { takeLock, type Lock } from './postgres-server-lock.ts'
import { findPlace, makeSocketDir, type Place } from './postgres-server-place.ts'
import { explainFailure } from './postgres-server-problem.ts'
import { findOrphan, isRunning, launch, shutDown, urlOf, type Running } from './postgres-server-process.ts'

export { AlreadyRunning, PostgresProblem } from './postgres-server-problem.ts'

export type PostgresServer = {
  url: string
  adopted: boolean
  /** Tells a second Pressbox on this data folder where the first is. */
  announce: (siteUrl: string) => void
  stop: () => Promise<void>
}

type Options = {
  dataDir: string
  log?: (line: string) => void
  /** Only tests, whose data nobody wants back after a power cut, turn this off. */
  durable?: boolean
}
type Context = { place: Place; binaries: Binaries; durable: boolean; log: (line: string) => void }

const DATABASE = 'pressbox'
const WATCH_MS = 200
// A server that was just killed lets go of its memory only when its last session has noticed.
const HANDOVER_LIMIT_MS = 15_000
const IN_THE_WAY = /pre-existing shared memory block|lock file "postmaster.pid" already exists/

/** Brings up the database of a data folder, and brings it up again should it end. */
export async function startPostgres(options: Options): Promise<PostgresServer> {
  const place = findPlace(options.dataDir)
  const lock = takeLock(place.lock)
  try {
    const context = {
      place,
      binaries: findBinaries(place.account),
      durable: options.durable ?? true,
      log: options.log ?? (() => {}),
    }
    await ensureCluster(place, context.binaries, context)
    const orphan = await findOrphan(place)
    if (orphan) context.log(`Took over the database server that is already running (process ${orphan.pid})`)
    const server = orphan ?? (await launchPatiently(context, makeSocketDir(place)))
    await ensureDatabase(place, server)
    return supervise(context, lock, server, orphan !== null)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The address of the database that runs on this data folder now, for a command that works beside the site. */
export async function runningDatabase(dataDir: string): Promise<string | null> {
  const running = await findOrphan(findPlace(dataDir))
  return running && urlOf(running.socketDir, DATABASE)
}

async function launchPatiently(context: Context, socketDir: string): Promise<Running> {
  const deadline = Date.now() + HANDOVER_LIMIT_MS
  for (;;) {
    try {
      return await launch(context.place, context.binaries, socketDir, context.durable)
    } catch (error) {
      if (Date.now() > deadline || !IN_THE_WAY.test(String(error))) throw error
      const other = await findOrphan(context.place)
      if (other) return other
      await sleep(WATCH_MS)
    }
  }
}

function supervise(context: Context, lock: Lock, first: Running, adopted: boolean): PostgresServer {
  let server = first
  let stopped: Promise<void> | null = null
  let restarting: Promise<void> = Promise.resolve()
  let busy = false

  const restart = async () => {
    busy = true
    context.log(`The database server (process ${server.pid}) has ended; starting it again`)
    try {
      server = (await findOrphan(context.place)) ?? (await launchPatiently(context, first.socketDir))
      context.log(`The database server is back (process ${server.pid})`)
    } catch (error) {
      context.log(
        `The database server did not come back: ${error instanceof Error ? error.message : String(error)}`,
      )
      await sleep(WATCH_MS * 5)
    } finally {
      busy = false
    }
  }
  const watch = setInterval(() => {
    if (!stopped && !busy && !isRunning(server)) restarting = restart()
  }, WATCH_MS).unref()

  const stop = async () => {
    clearInterval(watch)
    await restarting
    await shutDown(server)
    rmSync(server.socketDir, { recursive: true, force: true })
    lock.release()
  }
  return {
    url: urlOf(first.socketDir, DATABASE),
    adopted,
    announce: lock.announce,
    stop: () => (stopped ??= stop()),
  }
}

async function ensureDatabase(place: Place, server: Running): Promise<void> {
  const client = new Client({ connectionString: urlOf(server.socketDir, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    await shutDown(server)
    throw explainFailure('The database could not be made', place.home, String(error))
  } finally {
    await client.end().catch(() => {})
  }
}
