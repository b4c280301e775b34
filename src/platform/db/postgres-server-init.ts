import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './postgres-binaries.ts'
import { asAccount } from './postgres-server-account.ts'
import type { Place } from './postgres-server-place.ts'
import { explainFailure, PostgresProblem } from './postgres-server-problem.ts'

export const SUPERUSER = 'pressbox'

const HALF_MADE = 'cluster.new-'
const OPTIONS = [
  `--username=${SUPERUSER}`,
  '--auth=trust',
  // What it leaves when it fails shows whether the disk is full.
  '--no-clean',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** Makes the cluster under another name and renames it when whole: one cut short is never taken for a database. */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  options: { durable: boolean },
): Promise<void> {
  sweepHalfMade(place)
  if (existsSync(place.cluster)) return checkVersion(place.cluster, binaries)
  const half = join(place.home, HALF_MADE + process.pid)
  mkdirSync(half, { mode: 0o700 })
  if (place.account) chownSync(half, place.account.uid, place.account.gid)
  const output = await runInitdb(place, binaries, half, options.durable)
  if (output !== null) {
    const problem = explainFailure('The database could not be made', place.home, output)
    rmSync(half, { recursive: true, force: true })
    throw problem
  }
  renameSync(half, place.cluster)
}

function sweepHalfMade(place: Place): void {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(HALF_MADE)) rmSync(join(place.home, name), { recursive: true, force: true })
  }
}

/** Null when all went well, else what it wrote. */
async function runInitdb(
  place: Place,
  binaries: Binaries,
  folder: string,
  durable: boolean,
): Promise<string | null> {
  const args = [...OPTIONS, ...(durable ? [] : ['--no-sync']), `--pgdata=${folder}`]
  const child = spawn(binaries.initdb, args, {
    ...asAccount(place.account),
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return code === 0 ? null : `${out}\n${err}`
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const ours = binaries.version.split('.')[0]
  if (made === ours) return
  throw new PostgresProblem(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Pressbox brings PostgreSQL ${ours}: carry it over with a backup made by the Pressbox that you had.`,
  )
}
