import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

// The log of a time that is over, who is here at the moment, and what the migrations themselves write down.
const LEFT_OUT = ['changes', 'pending_changes', 'processes', 'migrations']

export interface Table {
  name: string
  columns: string[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const columnList = ({ columns }: Table): string => columns.map(quoted).join(', ')

/** Every table of ours with the columns that hold data; generated ones come out of those. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  )
  return rows
}

export async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(
    `select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as some`,
  )
  return rows[0]?.some === false
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  return rows.map(({ name }) => name)
}

export async function dumpTable(client: pg.Client, table: Table, path: string): Promise<void> {
  const sql = `copy (select ${columnList(table)} from ${quoted(table.name)}) to stdout`
  await pipeline(client.query(copyTo(sql)), createWriteStream(path, { mode: 0o600 }))
}

export async function loadTable(client: pg.Client, table: Table, path: string): Promise<void> {
  const sql = `copy ${quoted(table.name)} (${columnList(table)}) from stdin`
  await pipeline(createReadStream(path), client.query(copyFrom(sql)))
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Foreign keys and triggers would ask for an order of the tables, and write rows of their own: they stand aside meanwhile. */
export async function withoutGuards(client: pg.Client, load: () => Promise<void>): Promise<void> {
  const tables = await listTables(client)
  const { rows: keys } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
  for (const { table, name } of keys)
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  await load()
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
}

/** Numbers drawn from now on follow those that came with the archive. */
export async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.oid::regclass::text as table, a.attname::text as column, s.oid::regclass::text as sequence
     from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
     join pg_class c on c.oid = d.refobjid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     where s.relkind = 'S' and c.relnamespace = 'public'::regnamespace`,
  )
  for (const { table, column, sequence } of rows)
    await client.query(
      `select setval($1::regclass, coalesce((select max(${quoted(column)}) from ${table}), 0) + 1, false)`,
      [sequence],
    )
}

/**
 * A restored site begins a new epoch, so that positions of before cannot be mistaken. Nobody runs a job of it yet; and mail that
 * waited then may have been delivered since, so it is kept for an owner to decide.
 */
export async function beginAnew(client: pg.Client): Promise<void> {
  await client.query(`update installation set epoch = substr(md5(gen_random_uuid()::text), 1, 8)`)
  await client.query('update jobs set taken_until = null')
  await client.query(`delete from jobs where name = 'mail.deliver'`)
  await client.query(`update mail set state = 'kept' where state = 'waiting'`)
}

/** Takes back what a restore that failed has begun, in a database that was empty before. */
export async function emptyAgain(client: pg.Client): Promise<void> {
  await client.query('drop schema public cascade')
  await client.query('create schema public')
}
