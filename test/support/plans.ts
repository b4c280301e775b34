import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { runSql, type Source } from '../../src/platform/db/database.ts'
import type { Platform } from '../../src/platform/platform.ts'

/** How PostgreSQL plans each statement of `ask`. */
export async function plansOf(p: Platform, ask: (source: Source) => Promise<unknown>): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: p.db.url, max: 1 })
  // It says that it has ended before its connection has, and the database may go meanwhile.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const asked: CompiledQuery[] = []
  const q = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query),
  })
  await ask({ q })
  await q.destroy()
  return Promise.all(
    asked.map(async ({ sql: text, parameters }) => {
      const { rows } = await runSql(p.q, `explain ${text}`, [...parameters])
      return rows.map((row) => Object.values(row as object).join('')).join('\n')
    }),
  )
}
