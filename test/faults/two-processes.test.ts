import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Story } from '../../src/newsroom/wire.ts'
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage, FollowingReader } from '../support/following-reader.ts'
import { ask } from '../support/postgres-holder.ts'
import { RunningSite } from '../support/running-site.ts'

let postgres: PostgresServer
let dataDir: string
let sites: [RunningSite, RunningSite]
let desk: Desk

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pressbox-two-'))
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir, durable: false })
  const environment = { DATABASE_URL: postgres.url }
  // Both find an empty database.
  sites = await Promise.all([
    RunningSite.start({ script: 'src/main.ts', environment }),
    RunningSite.start({ script: 'src/main.ts', environment }),
  ])
})
afterAll(async () => {
  await Promise.all(sites.map((site) => site.remove()))
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const count = async (query: string): Promise<number> => Number(await ask(postgres.url, query))

test('two that start together on an empty database migrate it once', async () => {
  const files = readdirSync(join(import.meta.dirname, '../../db/migrations'))
  expect(await count('select count(*) from migrations')).toBe(files.length)
  for (const site of sites) expect((await fetchPage(`${site.url}/readyz`)).status).toBe(200)
})

test('what is published at one is pushed and served by the other as well', async () => {
  // Each printed a link; the one printed last is the one that works.
  desk = await Desk.open(sites[0]).catch(() => Desk.open(sites[1]))
  const readers = await Promise.all(sites.map((site) => FollowingReader.open(site, '/')))
  for (let i = 1; i <= 10; i++) await desk.publishNew(`Told to both, part ${i}`)
  for (const [i, site] of sites.entries()) {
    await expect
      .poll(async () => (await fetchPage(`${site.url}/`)).markup, { timeout: 5000 })
      .toContain('Told to both, part 10')
    await expect.poll(() => readers[i]?.stale(), { timeout: 5000 }).toEqual([])
  }
  for (const reader of readers) await reader.close()
})

test('an instant fires once, and both show what it brings', async () => {
  const draft = await desk
    .must<Story>('GET', '/api/v1/desk/stories')
    .then(() => desk.publishNew('Comes later'))
  await desk.must('POST', `/api/v1/desk/stories/${draft.id}/unpublish`, { body: {} })
  const again = await desk.must<Story>('GET', `/api/v1/desk/stories/${draft.id}`)
  const at = new Date(Date.now() + 2500).toISOString()
  await desk.must('POST', `/api/v1/desk/stories/${draft.id}/publish`, {
    revision: again.revision,
    body: { when: { at } },
  })
  for (const site of sites) expect((await fetchPage(`${site.url}/`)).markup).not.toContain('Comes later')
  await sleep(500)
  const changes = `select count(*) from changes where 'story:${draft.id}' = any(topics)`
  const before = await count(changes)
  const readers = await Promise.all(sites.map((site) => FollowingReader.open(site, '/')))
  await sleep(Date.parse(at) - Date.now() + 300)
  for (const [i, site] of sites.entries()) {
    expect((await fetchPage(`${site.url}/`)).markup).toContain('Comes later')
    await expect.poll(() => readers[i]?.stale(), { timeout: 5000 }).toEqual([])
  }
  expect(await count(changes)).toBe(before + 1)
  for (const reader of readers) await reader.close()
})

test('when one of them is killed, the other goes on, and the first finds what it missed', async () => {
  await sites[0].stop('SIGKILL')
  await desk.at(sites[1].url).publishNew('Written while the other was gone')
  expect((await fetchPage(`${sites[1].url}/`)).markup).toContain('Written while the other was gone')
  await sites[0].start()
  expect((await fetchPage(`${sites[0].url}/`)).markup).toContain('Written while the other was gone')
})
