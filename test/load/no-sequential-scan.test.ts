import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/platform/db/migrate.ts'
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts'
import { Desk } from '../support/desk.ts'
import { fetchPage } from '../support/following-reader.ts'
import { sowStories } from '../support/many-stories.ts'
import { RunningSite } from '../support/running-site.ts'

const STORIES = 20_000
/** Those that grow with the stories. */
const BIG = ['stories', 'published_stories', 'story_authors', 'story_tags', 'story_revisions', 'addresses']

let dataDir: string
let postgres: PostgresServer

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pressbox-plans-'))
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir, durable: false })
  await migrate(postgres.url)
  await sowStories(postgres.url, STORIES)
})
afterAll(async () => {
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** How often each table was read from its first row to its last. */
async function scans(): Promise<Record<string, number>> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query<{ name: string; scans: string }>(
    'select relname as name, seq_scan as scans from pg_stat_user_tables where relname = any($1) order by 1',
    [BIG],
  )
  await client.end()
  return Object.fromEntries(rows.map(({ name, scans: count }) => [name, Number(count)]))
}

/** Runs a site on the many stories. PostgreSQL knows of all its reading when its sessions have ended. */
async function visit(act: (site: RunningSite, desk: Desk) => Promise<void>): Promise<void> {
  const site = await RunningSite.start({
    script: 'src/main.ts',
    environment: { DATABASE_URL: postgres.url },
  })
  try {
    await act(site, await owner(site))
  } finally {
    await site.remove()
  }
}

let signedIn: Desk | null = null
const owner = async (site: RunningSite): Promise<Desk> =>
  (signedIn = signedIn?.at(site.url) ?? (await Desk.open(site)))

test('reading a table from end to end would be noticed', async () => {
  const before = await scans()
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query("select count(*) from stories where standfirst = 'nowhere'")
  await client.end()
  await expect.poll(async () => (await scans())['stories']).toBe((before['stories'] ?? 0) + 1)
})

test.for([
  ['starting', []],
  ['the front page', ['/']],
  ['a story', ['/stories/sown-story-7']],
  ['a tag and its feed', ['/tags/sown-tag-3', '/tags/sown-tag-3/rss.xml']],
  ['an author', ['/authors/sown-author-3']],
  ['every feed', ['/rss.xml', '/atom.xml', '/feed.json', '/news-sitemap.xml']],
  ['an address that nothing stands under', ['/stories/never-written']],
] as const)('%s reads no big table from end to end', async ([, paths]) => {
  const before = await scans()
  await visit(async (site) => {
    for (const path of paths) expect((await fetchPage(site.url + path)).status).not.toBe(500)
  })
  expect(await scans()).toEqual(before)
})

test('publishing, correcting and withdrawing read no big table from end to end', async () => {
  const before = await scans()
  await visit(async (site, desk) => {
    const story = await desk.publishNew('One more among many')
    expect((await fetchPage(site.url + story.published?.path)).status).toBe(200)
    const corrected = await desk.correct(story, 'One more among many, corrected')
    expect((await fetchPage(`${site.url}/`)).markup).toContain('One more among many, corrected')
    await desk.must('POST', `/api/v1/desk/stories/${corrected.id}/unpublish`, { body: {} })
    await desk.must('GET', '/api/v1/desk/stories')
  })
  expect(await scans()).toEqual(before)
})
