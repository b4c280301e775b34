import { sql, type Source } from '../db/database.ts'

/** True for the one request that got there first. A reservation of a process that died is taken over after a minute. */
export async function reserveKey(
  { q }: Source,
  actor: string,
  key: string,
  requestHash: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into idempotency_keys (actor, key, request_hash) values (${actor}, ${key}, ${requestHash})
    on conflict (actor, key) do update set created_at = now()
      where idempotency_keys.status is null and not idempotency_keys.acted and idempotency_keys.request_hash = excluded.request_hash
        and idempotency_keys.created_at < now() - interval '1 minute'
    returning 1`.execute(q)
  return rows.length === 1
}

export interface KeptAnswer {
  requestHash: string
  /** null: not answered yet. */
  status: number | null
  reply: unknown
  /** Whether what was asked for is committed. */
  acted: boolean
  /** Whether whoever was to answer would long have done so. */
  old: boolean
}

export async function findAnswer({ q }: Source, actor: string, key: string): Promise<KeptAnswer | undefined> {
  const { rows } = await sql<KeptAnswer>`
    select request_hash as "requestHash", status, reply, acted, created_at < now() - interval '1 minute' as old
    from idempotency_keys where actor = ${actor} and key = ${key}`.execute(q)
  return rows[0]
}

export async function keepAnswer(
  { q }: Source,
  actor: string,
  key: string,
  status: number,
  reply: unknown,
): Promise<void> {
  await sql`update idempotency_keys set status = ${status}, reply = ${JSON.stringify(reply ?? null)}::jsonb
    where actor = ${actor} and key = ${key}`.execute(q)
}

export async function releaseKey({ q }: Source, actor: string, key: string): Promise<void> {
  await sql`delete from idempotency_keys where actor = ${actor} and key = ${key} and status is null and not acted`.execute(
    q,
  )
}
