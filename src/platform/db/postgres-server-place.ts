import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSystemDir, SYSTEM_DIR } from './postgres-binaries.ts'
import { canReach, chooseAccount, type Account } from './postgres-server-account.ts'
import { PostgresProblem } from './postgres-server-problem.ts'

/** Where a data folder's database lives: `home` holds the cluster, its log, its lock and, if short enough, its socket. */
export type Place = { account: Account; home: string; cluster: string; log: string; lock: string }

const POINTER = 'postgres.place'
export const SOCKET_NAME = '.s.PGSQL.5432'
const MAX_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107

export function findPlace(dataDir: string): Place {
  mkdirSync(dataDir, { recursive: true })
  const data = realpathSync(dataDir)
  const home = pointedHome(data) ?? join(data, 'postgres')
  const account = chooseAccount(home)
  makeHome(home, account)
  if (canReach(account, home, 'enter')) return placeAt(home, account)
  if (existsSync(join(home, 'cluster'))) refuseUnreachable(home)
  return placeAt(moveOut(data, account), account)
}

/** In the home folder of the cluster, or, when that path is too long for a socket, in a short one of its own. */
export function makeSocketDir(place: Place): string {
  const near = join(place.home, 'socket')
  if (isShort(near)) {
    makePrivate(near, place.account)
    return near
  }
  for (const base of [tmpdir(), '/tmp']) {
    const dir = mkdtempSync(join(base, 'pressbox-'))
    makePrivate(dir, place.account)
    if (isShort(dir) && canReach(place.account, dir, 'enter')) return dir
  }
  throw new PostgresProblem(
    `There is no folder short enough for the database's socket: set TMPDIR to a shorter one.`,
  )
}

function isShort(dir: string): boolean {
  return Buffer.byteLength(join(dir, SOCKET_NAME)) <= MAX_SOCKET_PATH_BYTES
}

function placeAt(home: string, account: Account): Place {
  return {
    account,
    home,
    cluster: join(home, 'cluster'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'pressbox.lock'),
  }
}

function pointedHome(data: string): string | null {
  const pointer = join(data, POINTER)
  if (!existsSync(pointer)) return null
  const home = readFileSync(pointer, 'utf8').trim()
  if (existsSync(home)) return home
  throw new PostgresProblem(
    `${pointer} says that the database is in ${home}, which does not exist. Restore it, or remove the file to begin anew.`,
  )
}

/** Below a folder closed to the database's user the cluster cannot stay: a pointer in the data folder tells where it is. */
function moveOut(data: string, account: Account): string {
  makeSystemDir()
  const home = join(SYSTEM_DIR, `data-${randomBytes(8).toString('hex')}`)
  makeHome(home, account)
  if (!canReach(account, home, 'enter')) refuseUnreachable(home)
  writeFileSync(join(data, POINTER), `${home}\n`)
  return home
}

function makeHome(home: string, account: Account): void {
  const before = statSync(home, { throwIfNoEntry: false })
  if (!before || before.uid === process.getuid?.()) makePrivate(home, account)
}

/** Nobody else may enter: this is what guards the socket, behind which the database asks no password. */
function makePrivate(dir: string, account: Account): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (account) chownSync(dir, account.uid, account.gid)
  chmodSync(dir, 0o700)
}

function refuseUnreachable(home: string): never {
  throw new PostgresProblem(
    `The user that the database runs as cannot enter ${home}: open the folders above it, or set PRESSBOX_DATA.`,
  )
}
