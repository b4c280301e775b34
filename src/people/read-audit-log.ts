import type { Platform } from '../platform/platform.ts'
import { type AuditRow, listAudit } from './audit-store.ts'
import { type Person, requireRight } from './person.ts'
import type { AuditEntry, AuditQuery } from './wire.ts'

const toWire = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  person: row.personId === null ? null : { id: row.personId, name: row.name ?? 'Erased person' },
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  detail: row.detail,
})

/** Newest first; `next` is the cursor of the following page. */
export async function readAuditLog(
  p: Platform,
  person: Person,
  query: AuditQuery,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  requireRight(person, 'audit.read')
  const rows = await listAudit(p, { ...query, limit: query.limit + 1 })
  const items = rows.slice(0, query.limit).map(toWire)
  return { items, next: rows.length > query.limit ? String(items.at(-1)?.id) : null }
}
