import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { migrate } from '../db/migrate.ts'
import { FileStore } from '../files/file-store.ts'
import { BackupProblem, endSchema, type Manifest, manifestSchema } from './archive-format.ts'
import { type ArchiveContent, isDamage, readArchive, readText } from './read-archive.ts'
import {
  advanceSequences,
  appliedMigrations,
  beginAnew,
  emptyAgain,
  isEmpty,
  listTables,
  loadTable,
  type Table,
  withoutGuards,
} from './table-store.ts'
import type { BackupPlaces, BackupSummary } from './back-up.ts'

const MOST_FILE_BYTES = 50_000_000_000

interface Unpacked {
  manifest: Manifest
  /** Table name → the path of its rows. */
  tables: Map<string, string>
  files: string[]
}

/** Brings an archive into an empty database and a data folder: all of it, or nothing. */
export async function restore({
  url,
  dataDir,
  archive,
}: BackupPlaces): Promise<Omit<BackupSummary, 'bytes'>> {
  const client = new pg.Client({ connectionString: url })
  await mkdir(dataDir, { recursive: true })
  const work = await mkdtemp(join(dataDir, 'restore-'))
  const files = new FileStore(join(dataDir, 'files'))
  const added: string[] = []
  try {
    await client.connect()
    if (!(await isEmpty(client)))
      throw new BackupProblem(
        'This database is not empty, and nothing in it is overwritten. Restore into a new one: set PRESSBOX_DATA to an empty folder, or DATABASE_URL to an empty database.',
      )
    const unpacked = await unpack(archive, work, files, added).catch((error: unknown) => {
      throw isDamage(error)
        ? new BackupProblem(`${archive} is damaged, or no archive of Pressbox: ${String(error)}.`)
        : error
    })
    await fillDatabase(client, url, unpacked)
    return { tables: unpacked.tables.size, files: unpacked.files.length }
  } catch (error) {
    for (const sha256 of added) await files.remove(sha256)
    throw error
  } finally {
    await client.end()
    await rm(work, { recursive: true, force: true })
  }
}

/** Reads the whole archive before the database is touched: what is wrong with it shows here. */
async function unpack(archive: string, work: string, files: FileStore, added: string[]): Promise<Unpacked> {
  const unpacked: Unpacked = {
    manifest: { pressbox: 1, madeAt: '', migrations: [], tables: [] },
    tables: new Map(),
    files: [],
  }
  for await (const entry of readArchive(archive)) {
    switch (entry.kind) {
      case 'manifest':
        unpacked.manifest = await parsed(manifestSchema, entry.content)
        break
      case 'table': {
        const path = join(work, entry.table)
        await pipeline(entry.content, createWriteStream(path, { mode: 0o600 }))
        unpacked.tables.set(entry.table, path)
        break
      }
      case 'file':
        await unpackFile(entry.sha256, entry.content, files, added)
        unpacked.files.push(entry.sha256)
        break
      case 'end':
        checkEnd(await parsed(endSchema, entry.content), unpacked)
        break
    }
  }
  return unpacked
}

async function parsed<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  content: ArchiveContent,
): Promise<T> {
  const result = schema.safeParse(await readText(content).catch(() => null))
  if (result.success) return result.data
  throw new BackupProblem('The archive was made by another version of Pressbox, or is not one of it.')
}

async function unpackFile(
  sha256: string,
  content: ArchiveContent,
  files: FileStore,
  added: string[],
): Promise<void> {
  const known = await files.has(sha256)
  const received = await files.receive(content, { maxBytes: MOST_FILE_BYTES })
  if (received.sha256 !== sha256) {
    await received.discard()
    throw new BackupProblem(
      `The file ${sha256} in the archive is not what its name says. The archive is damaged.`,
    )
  }
  await received.keep()
  if (!known) added.push(sha256)
}

function checkEnd(end: { tables: number; files: number }, { manifest, tables, files }: Unpacked): void {
  const complete =
    end.tables === tables.size &&
    end.files === files.length &&
    manifest.tables.every(({ name }) => tables.has(name))
  if (!complete || manifest.tables.length !== tables.size)
    throw new BackupProblem('The archive does not hold what it says it holds. Nothing was restored.')
}

async function fillDatabase(client: pg.Client, url: string, { manifest, tables }: Unpacked): Promise<void> {
  try {
    await migrate(url, undefined, manifest.migrations)
    await checkSchema(client, manifest)
    await client.query('begin')
    await withoutGuards(client, async () => {
      for (const table of manifest.tables) await loadTable(client, table, tables.get(table.name) ?? '')
    })
    await advanceSequences(client)
    await beginAnew(client)
    await client.query('commit')
    await migrate(url)
  } catch (error) {
    await client.query('rollback')
    await emptyAgain(client)
    throw isBadData(error)
      ? new BackupProblem(
          `The rows in the archive do not fit this database: ${String(error)}. Nothing was restored.`,
        )
      : error
  }
}

/** The archive's tables and columns are those of the schema that its migrations make, so no name in it is used unchecked. */
async function checkSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const applied = new Set(await appliedMigrations(client))
  const unknown = manifest.migrations.filter((name) => !applied.has(name))
  if (unknown.length > 0)
    throw new BackupProblem(
      `The archive was made by a newer version of Pressbox (${unknown.join(', ')}). Restore it with that one.`,
    )
  const shapeOf = ({ name, columns }: Table): string => `${name}(${columns.toSorted().join(',')})`
  const expected = new Set((await listTables(client)).map(shapeOf))
  const stranger = manifest.tables.find((table) => !expected.delete(shapeOf(table)))
  if (stranger || expected.size > 0)
    throw new BackupProblem(
      'The tables in the archive are not those of its version of Pressbox. Nothing was restored.',
    )
}

/** SQLSTATE classes of values and constraints. */
const isBadData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(22|23)/.test(String(error.code))
