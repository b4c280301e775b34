import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { type Pack, pack } from 'tar-stream'
import { FileStore } from '../files/file-store.ts'
import {
  BackupProblem,
  END,
  fileEntry,
  FORMAT,
  MANIFEST,
  type Manifest,
  tableEntry,
} from './archive-format.ts'
import { appliedMigrations, dumpTable, listTables } from './table-store.ts'

export interface BackupPlaces {
  url: string
  dataDir: string
  /** The archive's path. */
  archive: string
}

export interface BackupSummary {
  tables: number
  files: number
  bytes: number
}

/** Writes everything of an installation into one archive, as of one instant, while it runs. It holds secrets: only its owner may read it. */
export async function backUp({ url, dataDir, archive }: BackupPlaces): Promise<BackupSummary> {
  const target = resolve(archive)
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`)).catch(() => {
    throw new BackupProblem(`There is no folder ${dirname(target)} to write into. Make it, or name another.`)
  })
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const half = join(work, 'archive')
    const counts = await writeArchive(client, new FileStore(join(dataDir, 'files')), half)
    await syncFile(half)
    await rename(half, target)
    return { ...counts, bytes: (await stat(target)).size }
  } finally {
    await client.end()
    await rm(work, { recursive: true, force: true })
  }
}

async function writeArchive(
  client: pg.Client,
  files: FileStore,
  path: string,
): Promise<Omit<BackupSummary, 'bytes'>> {
  const tar = pack()
  const written = pipeline(
    tar as AsyncIterable<Uint8Array>,
    createGzip({ level: 4 }),
    createWriteStream(path, { mode: 0o600 }),
  )
  const filled = fill(tar, client, files, path).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)))
    throw error
  })
  const [counts] = await Promise.all([filled, written])
  return counts
}

async function fill(tar: Pack, client: pg.Client, files: FileStore, path: string) {
  await client.query('begin isolation level repeatable read read only')
  const tables = await listTables(client)
  const manifest: Manifest = {
    pressbox: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: await appliedMigrations(client),
    tables,
  }
  await addText(tar, MANIFEST, manifest)
  for (const table of tables) {
    // Its size stands before its content in the archive, and is known only after.
    const spool = `${path}.${table.name}`
    await dumpTable(client, table, spool)
    await addFile(tar, tableEntry(table.name), spool)
    await rm(spool)
  }
  await client.query('commit')
  const kept = await addFiles(tar, files)
  await addText(tar, END, { tables: tables.length, files: kept })
  tar.finalize()
  return { tables: tables.length, files: kept }
}

/** What was removed since the list was made is not missed: its row went, or goes, too. */
async function addFiles(tar: Pack, files: FileStore): Promise<number> {
  let kept = 0
  for await (const sha256 of files.list()) {
    if (!(await files.has(sha256))) continue
    await addFile(tar, fileEntry(sha256), files.path(sha256))
    kept++
  }
  return kept
}

const addText = (tar: Pack, name: string, content: object): Promise<void> =>
  new Promise((done, fail) => {
    tar.entry({ name }, JSON.stringify(content), (error) => (error ? fail(error) : done()))
  })

async function addFile(tar: Pack, name: string, path: string): Promise<void> {
  const { size } = await stat(path)
  await new Promise<void>((done, fail) => {
    const entry = tar.entry({ name, size }, (error) => (error ? fail(error) : done()))
    fillEntry(entry, path).catch(fail)
  })
}

async function fillEntry(entry: ReturnType<Pack['entry']>, path: string): Promise<void> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    if (!entry.write(chunk)) await new Promise<void>((resolve) => void entry.once('drain', () => resolve()))
  entry.end(null)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path)
  await file.sync().finally(() => file.close())
}
