import { planned, runTogether, sql, type Source } from '../db/database.ts'
import type { Statement } from '../db/together.ts'

/** What was found pending by one look. */
export interface Change {
  id: number
  topics: readonly string[]
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
  await runTogether(q, [...statementsOf(outcome), { text: 'commit', values: [] }])
}

function statementsOf({ calls, topics, instants, request }: Outcome): Statement[] {
  const statements: Statement[] = []
  if (request)
    statements.push({
      text: 'update idempotency_keys set acted = true where actor = $1 and key = $2',
      values: [request.actor, request.key],
    })
  if (instants.size > 0) {
    const later = [...instants]
      .sort(([a], [b]) => a - b)
      .flatMap(([at, changing]) =>
        [...changing].sort().map((topic) => [new Date(at).toISOString(), topic] as const),
      )
    statements.push({
      text: 'insert into instants (at, topic) select * from unnest($1::timestamptz[], $2::text[]) on conflict do nothing',
      values: [arrayOf(later.map(([at]) => at)), arrayOf(later.map(([, topic]) => topic))],
    })
  }
  if (topics.size > 0)
    statements.push({
      text: 'insert into pending_changes (topic) select unnest($1::text[])',
      values: [arrayOf([...topics])],
    })
  for (const { name, argument } of calls)
    statements.push({ text: `select ${name}($1::jsonb)`, values: [JSON.stringify(argument)] })
  return statements
}

/** A text[] as PostgreSQL reads it. */
const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join()}}`

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

/** Gives what is pending its id, notifies the other processes of that, and reads on. */
export async function followChanges({ q }: Source, { after, most, teller }: Follow): Promise<Followed> {
  const { rows } = await sql<{ epoch: string; head: number; id: number | null; topics: string[] }>`
    select epoch, head, id, topics from follow_changes(${after}, ${most}, ${teller}) ${planned}`.execute(q)
  const first = rows[0]
  if (!first) throw notInstalled()
  const changes = rows.flatMap(({ id, topics }) => (id === null ? [] : [{ id, topics }]))
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
