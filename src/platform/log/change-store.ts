import pg from 'pg'
import { runSql, sql, type Source } from '../db/database.ts'

export interface Change {
  id: number
  topic: string
}

/** A call of a function of the database, with one argument of JSON. */
export interface LastCall {
  name: string
  argument: object
  /** What its failure means; `null`: nothing that is expected. */
  refused?: (error: unknown) => Error | null
}

/** What a use case leaves for its commit. */
export interface Outcome {
  /** The last of all, as near to the commit as it can be. */
  calls: readonly LastCall[]
  topics: ReadonlySet<string>
  /** Topics that time alone changes, by the millisecond of it. */
  instants: ReadonlyMap<number, ReadonlySet<string>>
  /** What was asked for under an `Idempotency-Key`: done, should this commit. */
  request: { actor: string; key: string } | undefined
}

/** Writes what the transaction leaves and commits it, in one round trip. */
export async function commitWith({ q }: Source, outcome: Outcome): Promise<void> {
  await runSql(q, [...outcomeSql(outcome), 'commit'].join('; '), [])
}

function outcomeSql({ calls, topics, instants, request }: Outcome): string[] {
  const statements: string[] = []
  if (request)
    statements.push(
      `update idempotency_keys set acted = true where actor = ${text(request.actor)} and key = ${text(request.key)}`,
    )
  if (instants.size > 0) {
    const later = [...instants]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, changing]) => [...changing].sort().map((topic) => [new Date(at).toISOString(), topic]))
    statements.push(`insert into instants (at, topic) values ${rowsOf(later)} on conflict do nothing`)
  }
  if (topics.size > 0)
    statements.push(
      `insert into pending_changes (topic) values ${rowsOf([...topics].map((topic) => [topic]))}`,
    )
  for (const { name, argument } of calls)
    statements.push(`select ${name}(${text(JSON.stringify(argument))}::jsonb)`)
  return statements
}

const text = pg.escapeLiteral
const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `(${row.map(text).join(', ')})`).join(', ')

export interface Followed {
  epoch: string
  /** The newest id that is visible. */
  head: number
  changes: Change[]
}

export interface Follow {
  /** The newest id that is known. */
  after: number
  most: number
  /** Who asks, in the notification of what it finds pending. */
  teller: string
}

/** Gives every pending change its id, notifies the other processes of that, and reads on. */
export async function followChanges({ q }: Source, { after, most, teller }: Follow): Promise<Followed> {
  const { rows } = await sql<{ epoch: string; head: number; id: number | null; topic: string | null }>`
    select epoch, head, id, topic from follow_changes(${after}, ${most}, ${teller})`.execute(q)
  const first = rows[0]
  if (!first) throw notInstalled()
  const changes = rows.flatMap(({ id, topic }) => (id === null || topic === null ? [] : [{ id, topic }]))
  return { epoch: first.epoch, head: first.head, changes }
}

/** The epoch, and the newest id that is visible. */
export async function readHead({ q }: Source): Promise<{ epoch: string; id: number }> {
  const { rows } = await sql<{ epoch: string; id: number }>`
    select epoch, coalesce((select max(id) from changes), 0) as id from installation`.execute(q)
  const head = rows[0]
  if (!head) throw notInstalled()
  return head
}

const notInstalled = (): Error =>
  new Error(
    'The table "installation" is empty: this is not a Pressbox database, or its restore was not finished.',
  )

/** Takes the instants that are due and turns each into a change; returns when the next one is due. Safe from several processes at once. */
export async function passDueInstants({ q }: Source): Promise<{ passed: number; next: Date | null }> {
  const { rows } = await sql<{ passed: number; next: Date | null }>`
    with due as (
      delete from instants where (at, topic) in (
        select at, topic from instants where at <= clock_timestamp() order by at limit 1000 for update skip locked)
      returning topic),
    written as (insert into pending_changes (topic) select distinct topic from due returning 1)
    select (select count(*) from written) as passed,
           (select min(at) from instants where at > clock_timestamp()) as next`.execute(q)
  return rows[0] ?? { passed: 0, next: null }
}

/** Drops what every living process has long seen. The newest row stays, so that the head is known. */
export async function forgetOldChanges({ q }: Source, olderThanHours: number): Promise<void> {
  await sql`delete from changes where at < now() - make_interval(hours => ${olderThanHours})
    and id < (select max(id) from changes)`.execute(q)
}
