import { sql, type Source } from '../platform/db/database.ts'

/**
 * Counts an attempt before its outcome is known, so that many at once cannot slip through together. After `free` attempts each
 * further one locks the key for twice as long as the one before. Returns the seconds to wait; 0: go on.
 */
export async function takeAttempt(
  { q }: Source,
  key: string,
  free: number,
  longestS: number,
): Promise<number> {
  const { rows } = await sql`
    insert into guesses as g (key, failures) values (${key}, 1)
    on conflict (key) do update set last_at = now(),
      failures = case when g.last_at < now() - interval '1 day' then 1 else g.failures + 1 end,
      locked_until = case when g.last_at >= now() - interval '1 day' and g.failures + 1 >= ${free} then now()
        + make_interval(secs => least(${longestS}, power(2, least(g.failures + 2 - ${free}, 20)))) end
      where g.locked_until is null or g.locked_until <= now()
    returning 1`.execute(q)
  if (rows.length === 1) return 0
  const { rows: locked } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from locked_until - now()))::int as seconds from guesses where key = ${key}`.execute(
    q,
  )
  return Math.max(locked[0]?.seconds ?? 1, 1)
}

/** The attempt was no guess: takes it back. */
export async function refundAttempt({ q }: Source, key: string, free: number): Promise<void> {
  await sql`update guesses set failures = greatest(failures - 1, 0),
    locked_until = case when failures > ${free} then locked_until end where key = ${key}`.execute(q)
}

export async function forgetAttempts({ q }: Source, key: string): Promise<void> {
  await sql`delete from guesses where key = ${key} or last_at < now() - interval '1 day'`.execute(q)
}
