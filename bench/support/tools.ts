import { cpus } from 'node:os'
import { findProgram } from '../../bin/find-program.ts'

/** The Debian package that each program of the benchmarks comes in. */
const PACKAGES: Record<string, string> = {
  wrk: 'wrk',
  nginx: 'nginx libnginx-mod-nchan',
  chromium: 'chromium',
  taskset: 'util-linux',
  ffmpeg: 'ffmpeg',
  pgbench: 'postgresql-contrib',
}

/** Ends the run with the one line that installs what is missing. */
export function requireTools(...names: string[]): void {
  const missing = names.filter((name) => findProgram(name) === null)
  if (missing.length === 0) return
  const packages = missing.map((name) => PACKAGES[name] ?? name).join(' ')
  console.error(`Missing: ${missing.join(', ')}. Install with:\n  sudo apt-get install -y ${packages}`)
  process.exit(1)
}

export const SERVER_CORE = '0'
/** Load is made on another core than the one that is measured, where there is another. */
export const CLIENT_CORE = cpus().length > 1 ? '1' : '0'
