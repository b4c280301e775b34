import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../src/platform/db/migrate.ts'
import { PostgresProblem, startPostgres, type PostgresServer } from '../../src/platform/db/postgres-server.ts'

/** What the workers are told, in a file, since they must not wait for a database that they may not use. */
export type TestServerNews = { url: string } | { problem: string }

export const TEMPLATE = 'pressbox_template'

const PREFIX = 'pressbox-test-'
const NEWS = 'news.json'

/** Starts in the background one server for the whole run, with a migrated database to copy from. */
export function openTestServer(): { dir: string; close: () => Promise<void> } {
  const dir = mkdtempSync(join(tmpdir(), PREFIX))
  // Run as root, the tests have a database user of its own, who must get in.
  chmodSync(dir, 0o711)
  const started = startWithTemplate(dir)
  started.then(
    ({ url }) => tell(dir, { url }),
    (error: unknown) => tell(dir, { problem: String(error) }),
  )
  const close = async () => {
    await started.then((server) => server.stop()).catch(() => {})
    rmSync(dir, { recursive: true, force: true })
  }
  return { dir, close }
}

export function readNews(dir: string): TestServerNews | null {
  const path = join(dir, NEWS)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TestServerNews) : null
}

async function startWithTemplate(dir: string): Promise<PostgresServer> {
  await sweepAbandoned()
  const server = await startPostgres({ dataDir: dir, durable: false })
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`).finally(() => client.end())
  await migrate(databaseUrl(server.url, TEMPLATE))
  return server
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

function tell(dir: string, news: TestServerNews): void {
  writeFileSync(join(dir, `${NEWS}.half`), JSON.stringify(news))
  renameSync(join(dir, `${NEWS}.half`), join(dir, NEWS))
}

/** A run that was killed leaves its server behind. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = join(tmpdir(), name)
    if (!existsSync(join(dir, 'postgres', 'pressbox.lock'))) continue
    await stopAndRemove(dir).catch((error: unknown) => {
      if (!(error instanceof PostgresProblem)) throw error
    })
  }
}

async function stopAndRemove(dir: string): Promise<void> {
  const server = await startPostgres({ dataDir: dir, durable: false })
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
