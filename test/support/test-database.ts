import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { inject } from 'vitest'
import { databaseUrl, readNews, TEMPLATE } from './test-server.ts'

const POLL_MS = 20
const PATIENCE_MS = 60_000

export type TestDatabase = { url: string; dataDir: string; drop: () => Promise<void> }

/** A migrated database and an empty data folder of the test file's own. Call `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await command(server, `create database ${name} template ${TEMPLATE}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'pressbox-data-'))
  const drop = async () => {
    rmSync(dataDir, { recursive: true, force: true })
    await command(server, `drop database ${name} with (force)`)
  }
  return { url: databaseUrl(server, name), dataDir, drop }
}

async function serverUrl(): Promise<string> {
  const dir = inject('testServerDir')
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const news = readNews(dir)
    if (news && 'problem' in news) throw new Error(`There is no test database: ${news.problem}`)
    if (news) return news.url
    await sleep(POLL_MS)
  }
  throw new Error('The test database did not start')
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
