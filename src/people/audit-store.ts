import { sql } from '../platform/db/database.ts'
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
  await sql`insert into audit_log (person_id, actor_kind, action, subject, detail)
    values (${person.id}, ${person.kind}, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(
    w.q,
  )
  w.touch('audit')
}
