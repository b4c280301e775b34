import { readConfig } from '../../src/platform/config.ts'
import { sql } from '../../src/platform/db/database.ts'
import { missingMigrations } from '../../src/platform/db/migrate.ts'
import { Refusal } from '../../src/platform/http/problem.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { withDatabaseOrRunning } from './with-database.ts'

/** The installation's platform for one use case, also beside a running site, whose pages and studio hear of what is done here. */
export function withPlatform<T>(work: (p: Platform) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  return withDatabaseOrRunning(config, async (url) => {
    const p = new Platform(config, url, createLogger('error'))
    try {
      await requireSchema(p)
      await p.clock.synchronise(p.db)
      const result = await work(p)
      // What it changed is in the log, and a running site told, before the connections go.
      await p.tail.sync()
      return result
    } finally {
      await p.stop()
    }
  })
}

async function requireSchema(p: Platform): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('migrations') is not null as there`.execute(p.q)
  if (!rows[0]?.there || (await missingMigrations(p)).length > 0)
    throw new Refusal(
      'conflict',
      'The database has not the schema of this version. Run pressbox migrate first.',
    )
}
