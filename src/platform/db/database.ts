import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { nameOf, type Statement, together } from './together.ts'

/** A connection or transaction. Only stores know what tables it has: they narrow it with `withTables`. */
export type Queries = Kysely<unknown>

/** Whatever a store can read from: the platform itself, a `Write`, a `Reading`. */
export interface Source {
  readonly q: Queries
}

export interface Database extends Source {
  readonly url: string
  close(): Promise<void>
}

// bigint counts and ids stay below 2^53 here, and a string where a number is meant is a trap.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export function connect(url: string, onIdleError: (error: Error) => void, max = 16): Database {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5000 })
  // A server restart breaks idle connections; unhandled, this event would end the process.
  pool.on('error', onIdleError)
  // The pool listens to idle connections alone. One that breaks in a transaction, between two statements, tells only this event; the next
  // statement then fails and is reported.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    planOnce(client)
  })
  const q = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return { q, url, close: () => q.destroy() }
}

/**
 * Stands in a statement that a crowd asks: the database plans it once a connection, not each time. Such a statement names its
 * columns, so that no migration changes what it gives, and its text is the same whatever it asks for. No array is asked for in its
 * conditions: a plan for one whose length is known looks cheaper to the database, and so it would plan each time after all.
 */
const PLANNED = '/* planned */'
export const planned = sql.raw(PLANNED)

/** Stands for statements that are given in the place of values. */
const TOGETHER = '/* together */'

function planOnce(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown
  const asked = (query: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    if (query === TOGETHER) return together(values as Statement[], ask).then(() => ({ rows: [] }))
    return typeof query === 'string' && query.includes(PLANNED)
      ? ask({ name: nameOf(query), text: query, values }, ...rest)
      : ask(query, values, ...rest)
  }
  client.query = asked as typeof client.query
}

/**
 * Runs statements on the given connection in one round trip, for what they do alone. The first that fails is the last that is run, and
 * rejects; outside a transaction nothing of them is kept then.
 */
export async function runTogether(q: Queries, statements: readonly Statement[]): Promise<void> {
  await q.executeQuery(CompiledQuery.raw(TOGETHER, [...statements]))
}

/** Runs SQL text with `$1` parameters on the given connection, for libraries that bring their own SQL. */
export async function runSql(q: Queries, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const { rows } = await q.executeQuery(CompiledQuery.raw(text, values))
  return { rows }
}

export { sql }
