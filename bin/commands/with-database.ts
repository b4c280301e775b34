import { type Config, readConfig } from '../../src/platform/config.ts'
import { AlreadyRunning, runningDatabase, startPostgres } from '../../src/platform/db/postgres-server.ts'

/** The configured database: DATABASE_URL, or the data folder's own, which is brought up for as long as `work` takes. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  if (config.DATABASE_URL) return work(config.DATABASE_URL)
  const server = await startPostgres({ dataDir: config.PRESSBOX_DATA })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

/** For what may be done beside a running site. */
export async function withDatabaseOrRunning<T>(
  { PRESSBOX_DATA: dataDir }: Pick<Config, 'PRESSBOX_DATA'>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  try {
    return await withDatabase(work)
  } catch (error) {
    const url = error instanceof AlreadyRunning ? await runningDatabase(dataDir) : null
    if (url === null) throw error
    return work(url)
  }
}
