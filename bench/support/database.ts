import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startPostgres } from '../../src/platform/db/postgres-server.ts'

export interface BenchDatabase {
  url: string
  dir: string
  close(): Promise<void>
}

/** A durable database of the benchmark's own, as a site has it. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'pressbox-bench-'))
  // Run as root, the database has a user of its own, who must get in.
  chmodSync(dir, 0o711)
  const server = await startPostgres({ dataDir: dir })
  const pidFile = join(dir, 'postgres/cluster/postmaster.pid')
  // A benchmark that fails midway or is broken off leaves no server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  process.once('exit', () => {
    if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT')
  })
  await migrate(server.url)
  return {
    url: server.url,
    dir,
    close: async () => {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
