import { prepareDemo } from './demo/public.ts'
import { ensureSetupLink } from './people/public.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { PostgresProblem, startPostgres } from './platform/db/postgres-server.ts'
import { createLogger } from './platform/logger.ts'
import { serve } from './serve.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLogger(config.LOG_LEVEL)
  const database = config.DATABASE_URL
    ? { url: config.DATABASE_URL, announce: () => undefined, stop: () => Promise.resolve() }
    : await startPostgres({ dataDir: config.PRESSBOX_DATA, log: (line) => log.info(line) })
  try {
    await migrate(database.url)
    const site = await serve(config, database.url, log)
    stopOnSignal(async () => {
      await site.stop()
      await database.stop()
    })
    if (!process.argv.includes('--empty')) await prepareDemo(site.p, say)
    const setup = await ensureSetupLink(site.p)
    if (setup) say(`Make the owner's account with this link, which works once: ${site.url}${setup}`)
    database.announce(site.url)
    say(`Pressbox is ready at ${site.url}`)
    await site.p.jobs.start()
  } catch (error) {
    await database.stop()
    throw error
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = (): void => {
    if (stopping) process.exit(130)
    stopping = true
    void stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof PostgresProblem
  console.error(known ? error.message : error)
  process.exit(1)
})
