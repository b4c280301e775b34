import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { type Header, pack } from 'tar-stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../../test/support/test-platform.ts'
import { readConfig } from '../config.ts'
import { sql } from '../db/database.ts'
import { FileStore } from '../files/file-store.ts'
import { createLogger } from '../logger.ts'
import { Platform } from '../platform.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { listTables } from './table-store.ts'

let t: TestPlatform
let folder: string
let archive: string
let sha256: string
const empties: string[] = []

beforeAll(async () => {
  t = await testPlatform()
  folder = await mkdtemp(join(tmpdir(), 'pressbox-backup-'))
  archive = join(folder, 'site.tar.gz')
  await fillSite()
  await backUp({ url: t.p.db.url, dataDir: t.p.config.PRESSBOX_DATA, archive })
})
afterAll(async () => {
  for (const name of empties) await admin(`drop database ${name} with (force)`)
  await rm(folder, { recursive: true, force: true })
  await t.close()
})

async function fillSite(): Promise<void> {
  sha256 = (await t.p.files.put(randomBytes(300_000), { maxBytes: 1e6 })).sha256
  t.p.jobs.handle({ later: () => Promise.resolve() })
  await t.p.write(async (w) => {
    await sql`insert into audit_log (actor_kind, action, subject, detail)
      values ('system', 'story.publish', 'story:1', ${JSON.stringify({ words: 'tab\t, line\n, \\ and "ü"', nothing: null })}::jsonb)`.execute(
      w.q,
    )
    await sql`insert into settings (name, value) values ('odd', 'null'::jsonb)`.execute(w.q)
    await sql`insert into mail (recipient, subject, body_text, state) values ('ada@rink.test', 'Hello', 'x', 'waiting')`.execute(
      w.q,
    )
    w.schedule(new Date(Date.now() + 3_600_000), 'strip')
    await t.p.jobs.enqueue(w, 'later', { n: 1 })
    w.touch('front')
  })
  await t.p.tail.sync()
}

async function admin(command: string): Promise<void> {
  await sql.raw(command).execute(t.p.q)
}

/** An empty database and data folder. */
async function emptyPlace(): Promise<{ url: string; dataDir: string }> {
  const name = `restored_${randomBytes(6).toString('hex')}`
  empties.push(name)
  await admin(`create database ${name}`)
  const url = new URL(t.p.db.url)
  url.pathname = `/${name}`
  return { url: url.href, dataDir: await mkdtemp(join(folder, 'data-')) }
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query<Record<string, unknown>>(text).finally(() => client.end())).rows
}

async function everyRow(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows: Record<string, unknown> = {}
  for (const { name } of await listTables(client)) {
    const found = await client.query<{ all: string }>(
      `select coalesce(string_agg(row::text, '|' order by row::text), '') as all from "${name}" row`,
    )
    rows[name] = found.rows[0]?.all
  }
  await client.end()
  return rows
}

const tablesIn = (url: string): Promise<unknown[]> =>
  ask(url, `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)

test('what was backed up is there again, to the last row and byte', async () => {
  const place = await emptyPlace()
  expect((await restore({ ...place, archive })).files).toBe(1)
  const [before, after] = [await everyRow(t.p.db.url), await everyRow(place.url)]
  for (const table of ['installation', 'jobs', 'mail']) {
    delete before[table]
    delete after[table]
  }
  expect(after).toEqual(before)
  expect(after['audit_log']).toContain('story.publish')
  const original = await t.p.files.read(sha256)
  expect(Buffer.compare(await new FileStore(join(place.dataDir, 'files')).read(sha256), original)).toBe(0)
  expect((await readdir(place.dataDir)).toSorted()).toEqual(['files'])
})

test('a restored site begins a new epoch, goes on counting, keeps its guards, and mails nobody twice', async () => {
  const place = await emptyPlace()
  await restore({ ...place, archive })
  const p = new Platform(readConfig({ PRESSBOX_DATA: place.dataDir }), place.url, createLogger('silent'))
  await p.start()
  expect(p.tail.position.epoch).not.toBe(t.p.tail.position.epoch)
  await p.write(async (w) => {
    await sql`insert into audit_log (actor_kind, action, subject) values ('system', 'a.b', 'c')`.execute(w.q)
    w.touch('front')
  })
  await p.tail.sync()
  await expect(sql`delete from audit_log`.execute(p.q)).rejects.toThrow('append-only')
  expect((await sql`select state from mail`.execute(p.q)).rows).toEqual([{ state: 'kept' }])
  expect((await sql`select name from jobs`.execute(p.q)).rows).toEqual([{ name: 'later' }])
  expect((await sql`select topic from instants`.execute(p.q)).rows).toEqual([{ topic: 'strip' }])
  await p.stop()
  const keys = `select conname, pg_get_constraintdef(oid) as is from pg_constraint where contype = 'f' order by 1, 2`
  expect(await ask(place.url, keys)).toEqual(await ask(t.p.db.url, keys))
})

test('a backup is as of one instant, however much is written meanwhile', async () => {
  const stop = new AbortController()
  const writing = (async () => {
    for (let n = 0; !stop.signal.aborted; n++)
      await t.p.write(async (w) => {
        await sql`insert into settings (name, value) values (${`pair:${n}`}, '1')`.execute(w.q)
        await sql`insert into audit_log (actor_kind, action, subject) values ('system', 'pair.write', ${`pair:${n}`})`.execute(
          w.q,
        )
      })
  })()
  const busy = join(folder, 'busy.tar.gz')
  await backUp({ url: t.p.db.url, dataDir: t.p.config.PRESSBOX_DATA, archive: busy })
  stop.abort()
  await writing
  const place = await emptyPlace()
  await restore({ ...place, archive: busy })
  const halves = await ask(
    place.url,
    `select (select count(*) from settings where name like 'pair:%')::int as a, (select count(*) from audit_log where action = 'pair.write')::int as b`,
  )
  expect(halves[0]?.['a']).toBe(halves[0]?.['b'])
})

test('only its owner may read an archive, and nothing half-written stays', async () => {
  expect((await stat(archive)).mode & 0o777).toBe(0o600)
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  const nowhere = join(folder, 'absent', 'x.tar.gz')
  await expect(backUp({ url: t.p.db.url, dataDir: folder, archive: nowhere })).rejects.toThrow(
    'There is no folder',
  )
})

test('a database that is not empty is left alone', async () => {
  const dataDir = await mkdtemp(join(folder, 'data-'))
  const before = await everyRow(t.p.db.url)
  await expect(restore({ url: t.p.db.url, dataDir, archive })).rejects.toThrow('not empty')
  expect(await everyRow(t.p.db.url)).toEqual(before)
  expect(await readdir(dataDir)).toEqual([])
})

type Hostile = Partial<Header> & { name: string; body?: string | Buffer }

async function craft(entries: Hostile[]): Promise<string> {
  const tar = pack()
  for (const { body = '', ...header } of entries) tar.entry(header, body)
  tar.finalize()
  const path = join(folder, `hostile-${randomBytes(4).toString('hex')}.tar.gz`)
  const chunks: Uint8Array[] = []
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk)
  await writeFile(path, gzipSync(Buffer.concat(chunks)))
  return path
}

const MANIFEST: Hostile = {
  name: 'pressbox.json',
  body: JSON.stringify({ pressbox: 1, madeAt: new Date().toISOString(), migrations: [], tables: [] }),
}
const END: Hostile = { name: 'end.json', body: '{"tables":0,"files":0}' }

test('an archive with paths, links or anything else that does not belong into one is refused', async () => {
  const place = await emptyPlace()
  const hostile: Hostile[] = [
    { name: '../evil', body: 'x' },
    { name: '/etc/cron.d/evil', body: 'x' },
    { name: 'files/../../evil', body: 'x' },
    { name: `files/${'a'.repeat(64)}/../evil`, body: 'x' },
    { name: 'tables/settings.copy\0.txt', body: 'x' },
    { name: 'tables/Sett"ings.copy', body: 'x' },
    { name: `files/${'a'.repeat(64)}`, type: 'symlink', linkname: '/etc/passwd' },
    { name: 'tables/settings.copy', type: 'link', linkname: '/etc/passwd' },
    { name: 'tables/', type: 'directory' },
    { name: 'dev', type: 'character-device' },
    { name: `files/${'a'.repeat(64)}`, body: 'not what its name says' },
    { name: 'pressbox.json', body: '{}' },
  ]
  for (const entry of hostile) {
    const path = await craft([MANIFEST, entry, END])
    await expect(restore({ ...place, archive: path }), entry.name).rejects.toThrow(/The archive|The file/)
  }
  expect(await tablesIn(place.url)).toEqual([])
  const left = await readdir(place.dataDir, { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile() || entry.isSymbolicLink())).toEqual([])
})

test('a bomb is refused long before it is unpacked', async () => {
  const place = await emptyPlace()
  const path = await craft([MANIFEST, { name: 'tables/settings.copy', body: Buffer.alloc(60_000_000) }, END])
  expect((await stat(path)).size).toBeLessThan(300_000)
  await expect(restore({ ...place, archive: path })).rejects.toThrow('far more than it could honestly hold')
})

test('an archive that is cut off, damaged, empty or another thing altogether is refused', async () => {
  const place = await emptyPlace()
  const whole = await readFile(archive)
  const cutTar = gunzipSync(whole)
  const broken: Record<string, Buffer> = {
    cut: whole.subarray(0, whole.length - 5000),
    'cut before it was zipped': gzipSync(cutTar.subarray(0, cutTar.length - 300_000)),
    flipped: Buffer.concat([whole.subarray(0, 50_000), randomBytes(64), whole.subarray(50_064)]),
    text: Buffer.from('hello'),
    'zipped text': gzipSync('hello'.repeat(500)),
    nothing: Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(broken)) {
    const path = join(folder, 'broken.tar.gz')
    await writeFile(path, bytes)
    await expect(restore({ ...place, archive: path }), name).rejects.toThrow(/damaged|cut off|archive/)
    await truncate(path)
  }
  await expect(restore({ ...place, archive: await craft([MANIFEST]) })).rejects.toThrow('cut off')
  await expect(restore({ ...place, archive: join(folder, 'absent') })).rejects.toThrow('There is no archive')
  expect(await tablesIn(place.url)).toEqual([])
})

test('an archive of a newer version, or with other tables or rows than it should have, leaves the database empty', async () => {
  const place = await emptyPlace()
  const applied = (await ask(t.p.db.url, 'select name from migrations order by name')).map(({ name }) => name)
  const manifest = (migrations: unknown[], tables: unknown[]): Hostile => ({
    name: 'pressbox.json',
    body: JSON.stringify({ pressbox: 1, madeAt: new Date().toISOString(), migrations, tables }),
  })
  const newer = await craft([manifest([...applied, '9999_later.sql'], []), END])
  await expect(restore({ ...place, archive: newer })).rejects.toThrow('newer version')
  const odd = { name: 'pg_authid', columns: ['rolname'] }
  const other = await craft([
    manifest(applied, [odd]),
    { name: 'tables/pg_authid.copy', body: 'x' },
    { name: 'end.json', body: '{"tables":1,"files":0}' },
  ])
  await expect(restore({ ...place, archive: other })).rejects.toThrow('not those of its version')
  expect(await tablesIn(place.url)).toEqual([])
  await restore({ ...place, archive })
})
