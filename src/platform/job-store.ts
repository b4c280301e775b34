import { sql, type Source } from './db/database.ts'

export interface TakenJob {
  id: string
  name: string
  data: Record<string, unknown>
  attempts: number
}

/** Returns false when one of this name and key waits or runs already. */
export async function insertJob(
  { q }: Source,
  job: { name: string; key: string | null; data: object; runAt: Date | null },
): Promise<boolean> {
  const { rows } = await sql`insert into jobs (name, key, data, run_at)
    values (${job.name}, ${job.key}, ${JSON.stringify(job.data)}::jsonb, coalesce(${job.runAt}::timestamptz, clock_timestamp()))
    on conflict (name, key) where key is not null and failed_at is null do nothing returning 1`.execute(q)
  return rows.length > 0
}

/** Takes the job that is due longest, for `leaseMs`; one whose taker fell silent counts as due. */
export async function takeJob({ q }: Source, names: string[], leaseMs: number): Promise<TakenJob | null> {
  const { rows } = await sql<TakenJob>`
    update jobs set attempts = attempts + 1, taken_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
    where id = (
      select id from jobs where failed_at is null and name = any(${names})
        and run_at <= clock_timestamp() and (taken_until is null or taken_until < clock_timestamp())
      order by run_at limit 1 for update skip locked)
    returning id, name, data, attempts`.execute(q)
  return rows[0] ?? null
}

/** Milliseconds until a job is due; `null`: none waits. */
export async function nextDueInMs({ q }: Source, names: string[]): Promise<number | null> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(greatest(run_at, taken_until)) - clock_timestamp()) * 1000)::float8 as ms
    from jobs where failed_at is null and name = any(${names})`.execute(q)
  return rows[0]?.ms ?? null
}

// The number of the attempt fences: who lost a job to another taker can no longer change it.

export async function renewJob({ q }: Source, { id, attempts }: TakenJob, leaseMs: number): Promise<boolean> {
  const { rows } = await sql`update jobs set taken_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
    where id = ${id} and attempts = ${attempts} and failed_at is null returning 1`.execute(q)
  return rows.length > 0
}

export async function deleteJob({ q }: Source, { id, attempts }: TakenJob): Promise<void> {
  await sql`delete from jobs where id = ${id} and attempts = ${attempts}`.execute(q)
}

export async function retryJob(
  { q }: Source,
  { id, attempts }: TakenJob,
  inMs: number,
  problem: string,
): Promise<void> {
  await sql`update jobs set taken_until = null, run_at = clock_timestamp() + ${inMs} * interval '1 ms', last_error = ${problem}
    where id = ${id} and attempts = ${attempts}`.execute(q)
}

export async function failJob({ q }: Source, { id, attempts }: TakenJob, problem: string): Promise<void> {
  await sql`update jobs set taken_until = null, failed_at = clock_timestamp(), last_error = ${problem}
    where id = ${id} and attempts = ${attempts}`.execute(q)
}

export async function countJobs({ q }: Source): Promise<{ waiting: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; failed: number }>`
    select count(*) filter (where failed_at is null) as waiting, count(failed_at) as failed from jobs`.execute(
    q,
  )
  return rows[0] ?? { waiting: 0, failed: 0 }
}

export async function forgetFailedJobs({ q }: Source, olderThanDays: number): Promise<void> {
  await sql`delete from jobs where failed_at < now() - make_interval(days => ${olderThanDays})`.execute(q)
}
