import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sql, type Source } from './database.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations')
/** Any number of our own; it keeps two processes that start together from migrating twice. */
const LOCK = 4_000_001

interface Migration {
  name: string
  text: string
  checksum: string
}

const migrationNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await migrationNames(folder)
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${String(error)}`, {
      cause: error,
    })
  }
}

/** The migrations of this version that the database has not had. */
export async function missingMigrations({ q }: Source, folder = MIGRATIONS): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(q)
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrationNames(folder)).filter((name) => !applied.has(name))
}

/** Applies what is missing (of `only`, if given), each file once and in one transaction, in the order of their names; returns the names applied. */
export async function migrate(url: string, folder = MIGRATIONS, only?: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that ends meanwhile fails the query that waits; without a listener it would end this process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migrations',
    )
    const known = new Map(rows.map((row) => [row.name, row.checksum]))
    const applied: string[] = []
    for (const migration of await readMigrations(folder)) {
      if (only && !only.includes(migration.name)) continue
      const checksum = known.get(migration.name)
      if (checksum !== undefined && checksum !== migration.checksum)
        throw new Error(
          `Migration ${migration.name} was changed after it had been applied: restore the file and put the change into a new one.`,
        )
      if (checksum !== undefined) continue
      await applyOne(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.end()
  }
}
