import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Person } from './person.ts'

/**
 * Writes one line of the append-only audit log in the use case's own transaction. `action` is `noun.verb` (`story.publish`),
 * `subject` a topic-like name (`story:…`); `detail` holds no personal data, since the log is never emptied.
 */
export async function audit(
  w: Write,
  person: Person,
  action: string,
  subject: string,
  detail: object = {},
): Promise<void> {
  await sql`insert into audit_log (person_id, token_id, actor_kind, action, subject, detail)
    values (${person.id}, ${person.tokenId ?? null}, ${person.kind}, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(
    w.q,
  )
  w.touch('audit')
}

/** Names who acts to the triggers of the account tables, for this transaction. */
export async function actAs(w: Write, person: Person): Promise<void> {
  const actor = JSON.stringify({ kind: person.kind, id: person.id, token: person.tokenId ?? null })
  await sql`select set_config('pressbox.actor', ${actor}, true)`.execute(w.q)
  w.touch('audit', 'desk:people')
}

export interface AuditRow {
  id: number
  at: Date
  personId: string | null
  /** Of now; `null` after an erasure, or where no account has this id. */
  name: string | null
  actor: Person['kind']
  action: string
  subject: string
  detail: Record<string, unknown>
}

/** Newest first, older than `after`. */
export async function listAudit(
  { q }: Source,
  filter: {
    subject?: string | undefined
    person?: string | undefined
    after?: number | undefined
    limit: number
  },
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select a.id, a.at, a.person_id as "personId", nullif(p.name, '') as name, a.actor_kind as actor, a.action,
      a.subject, a.detail
    from audit_log a left join people p on p.id::text = a.person_id
    where (${filter.subject ?? null}::text is null or a.subject = ${filter.subject ?? null})
      and (${filter.person ?? null}::text is null or a.person_id = ${filter.person ?? null})
      and (${filter.after ?? null}::bigint is null or a.id < ${filter.after ?? null})
    order by a.id desc limit ${filter.limit}`.execute(q)
  return rows
}
