import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

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
  pool.on('connect', (client) => client.on('error', () => undefined))
  const q = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  return { q, url, close: () => q.destroy() }
}

/** Runs SQL text with `$1` parameters on the given connection, for libraries that bring their own SQL. */
export async function runSql(q: Queries, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const { rows } = await q.executeQuery(CompiledQuery.raw(text, values))
  return { rows }
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
])
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether an error means that PostgreSQL cannot be reached now, as opposed to having refused a statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    AWAY.has(code) ||
    AWAY_MESSAGE.test(error.message) ||
    (error instanceof AggregateError && error.errors.some(isDatabaseAway))
  )
}

/** SQLSTATE class 53 without "too many connections": the disk is full or memory is out, and the statement was refused whole. */
export const isDatabaseFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '53100' || error.code === '53200')

export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  (constraint === undefined || ('constraint' in error && error.constraint === constraint))

export const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23503'

export { sql }
