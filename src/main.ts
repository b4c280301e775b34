import cluster from 'node:cluster'
import { inspect } from 'node:util'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { PostgresProblem, startPostgres } from './platform/db/postgres-server.ts'
import { createLogger } from './platform/logger.ts'
import { prepareOnce, say } from './prepare-once.ts'
import { serve } from './serve.ts'
import { serveAsWorker, startWorkers } from './workers.ts'

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLogger(config.LOG_LEVEL)
  if (cluster.isWorker) return serveAsWorker(config, config.DATABASE_URL ?? '', log)
  const database = config.DATABASE_URL
    ? { url: config.DATABASE_URL, announce: () => undefined, stop: () => Promise.resolve() }
    : await startPostgres({ dataDir: config.PRESSBOX_DATA, log: (line) => log.info(line) })
  const stopBoth = async (site: { stop(): Promise<void> }): Promise<void> => {
    await site.stop()
    await database.stop()
  }
  const sayReady = (url: string): void => {
    database.announce(url)
    say(`Pressbox is ready at ${url}`)
  }
  try {
    await migrate(database.url)
    if (config.WORKERS > 1) {
      const workers = startWorkers(config, database.url, log)
      stopOnSignal(() => stopBoth(workers))
      return sayReady(await workers.ready)
    }
    const site = await serve(config, database.url, log)
    stopOnSignal(() => stopBoth(site))
    await prepareOnce(site)
    sayReady(site.url)
    await site.p.jobs.start()
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Whether somebody has asked for an end: what fails because of it is no failure. */
let stopping = false

/** Some shells and npm deliver one Ctrl-C twice; a second one later is impatience. */
const SAME_SIGNAL_MS = 1000

function stopOnSignal(stop: () => Promise<void>): void {
  let asked = 0
  const onSignal = (): void => {
    if (stopping && Date.now() - asked > SAME_SIGNAL_MS) process.exit(130)
    if (stopping) return
    stopping = true
    asked = Date.now()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

main().catch((error: unknown) => {
  if (stopping) return
  const known = error instanceof ConfigError || error instanceof PostgresProblem
  process.stderr.write(`${known ? error.message : inspect(error)}\n`)
  process.exit(1)
})
