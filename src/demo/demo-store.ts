import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'

/** Any number of our own: of two processes that start together one sows. */
const SEED_LOCK = 4_000_003
const NAME = 'demo'

/** What the demo has made so far: `author:june-aldous` → id. A seed that was killed goes on from here. */
export interface DemoState {
  done: boolean
  made: Record<string, string>
}

export async function readDemoState({ q }: Source): Promise<DemoState | null> {
  const { rows } = await sql<{ value: DemoState }>`select value from settings where name = ${NAME}`.execute(q)
  return rows[0]?.value ?? null
}

export async function writeDemoState(w: Write, state: DemoState): Promise<void> {
  await sql`insert into settings (name, value) values (${NAME}, ${JSON.stringify(state)}::jsonb)
    on conflict (name) do update set value = excluded.value, updated_at = now()`.execute(w.q)
}

/** Whether nobody has done anything here yet: the demo never mixes into somebody's own site. */
export async function isUntouched({ q }: Source): Promise<boolean> {
  const { rows } = await sql<{
    untouched: boolean
  }>`select not exists (select from audit_log) as untouched`.execute(q)
  return rows[0]?.untouched ?? false
}

export async function withSeedLock<T>(p: Platform, act: () => Promise<T>): Promise<T> {
  return p.q.connection().execute(async (q) => {
    await sql`select pg_advisory_lock(${SEED_LOCK})`.execute(q)
    try {
      return await act()
    } finally {
      await sql`select pg_advisory_unlock(${SEED_LOCK})`.execute(q)
    }
  })
}
