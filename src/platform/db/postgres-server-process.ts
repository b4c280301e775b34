import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Binaries } from './postgres-binaries.ts'
import { asAccount } from './postgres-server-account.ts'
import { SUPERUSER } from './postgres-server-init.ts'
import { birthOf } from './postgres-server-lock.ts'
import { SOCKET_NAME, type Place } from './postgres-server-place.ts'
import { explainFailure, PostgresProblem } from './postgres-server-problem.ts'

/** A server that answers: `born` tells its process from a later one with the same pid. */
export type Running = { pid: number; born: string; socketDir: string }

const POLL_MS = 15
// A crash under heavy writing leaves up to max_wal_size (1 GB) to replay.
const RECOVERY_LIMIT_MS = 5 * 60_000
const STOP_LIMIT_MS = 30_000
const LOG_LIMIT_BYTES = 10 * 1024 * 1024

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  max_connections: '100',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export function urlOf(socketDir: string, database: string): string {
  return `postgresql:///${database}?host=${encodeURIComponent(socketDir)}&user=${SUPERUSER}`
}

export async function launch(
  place: Place,
  binaries: Binaries,
  socketDir: string,
  durable: boolean,
): Promise<Running> {
  removeStale(place.cluster, socketDir)
  turnLog(place.log)
  const logStart = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
  const child = spawnServer(place, binaries, socketDir, durable)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new PostgresProblem(`PostgreSQL could not be run: ${error.message}`)),
    )
    child.once('exit', () =>
      reject(explainFailure('The database did not start', place.cluster, logSince(place.log, logStart))),
    )
  })
  await Promise.race([failed, untilItAnswers(socketDir)])
  child.removeAllListeners('exit')
  const pid = child.pid ?? 0
  return { pid, born: birthOf(pid) ?? '', socketDir }
}

/** A server of this cluster that outlived the Pressbox which started it; it may still be starting itself. */
export async function findOrphan(place: Place): Promise<Running | null> {
  const deadline = Date.now() + RECOVERY_LIMIT_MS
  while (Date.now() < deadline) {
    const file = readPidFile(place.cluster)
    if (!file || !isPostgres(file.pid, place.cluster)) return null
    const born = birthOf(file.pid)
    if (born && file.socketDir && (await answers(file.socketDir)))
      return { pid: file.pid, born, socketDir: file.socketDir }
    await sleep(POLL_MS)
  }
  throw new PostgresProblem(
    `A database server of ${place.cluster} is running but does not answer: see ${place.log}.`,
  )
}

export function isRunning(server: Running): boolean {
  return birthOf(server.pid) === server.born
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, a checkpoint is written. SIGQUIT leaves the rest to recovery. */
export async function shutDown(server: Running): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isRunning(server)) process.kill(server.pid, signal)
    const deadline = Date.now() + STOP_LIMIT_MS
    while (isRunning(server) && Date.now() < deadline) await sleep(POLL_MS)
  }
}

/** Detached: Ctrl-C in the terminal reaches only Pressbox, which ends its requests first. */
function spawnServer(place: Place, binaries: Binaries, socketDir: string, durable: boolean): ChildProcess {
  const settings = { ...SETTINGS, unix_socket_directories: socketDir, ...(durable ? {} : NOT_DURABLE) }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...args], {
    ...asAccount(place.account),
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return child
}

async function untilItAnswers(socketDir: string): Promise<void> {
  const deadline = Date.now() + RECOVERY_LIMIT_MS
  while (Date.now() < deadline) {
    if (await answers(socketDir)) return
    await sleep(POLL_MS)
  }
  throw new PostgresProblem(`The database at ${socketDir} does not answer.`)
}

async function answers(socketDir: string): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(socketDir, 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** postmaster.pid: its first line is the pid; the fifth, which is written later, the socket's folder. */
function readPidFile(cluster: string): { pid: number; socketDir: string } | null {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, socketDir: lines[4]?.trim() ?? '' } : null
}

/** PostgreSQL takes any process with that number for its server: one that nobody has reaped yet, or after a reboot anything. */
function removeStale(cluster: string, socketDir: string): void {
  const file = readPidFile(cluster)
  if (file && isPostgres(file.pid, cluster)) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  for (const suffix of ['', '.lock']) rmSync(join(socketDir, SOCKET_NAME + suffix), { force: true })
}

function isPostgres(pid: number, cluster: string): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(cluster)
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function turnLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`)
}

function logSince(path: string, start: number): string {
  return readFileSync(path).subarray(start).toString('utf8')
}
