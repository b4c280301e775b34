import type { Generated, Selectable } from 'kysely'
import type { Source } from '../db/database.ts'
import type { Write } from '../log/write.ts'
import type { MailDto } from './wire.ts'

interface MailTable {
  id: Generated<string>
  recipient: string
  subject: string
  body_text: string | null
  body_html: string | null
  state: MailDto['state']
  attempts: Generated<number>
  problem: string | null
  created_at: Generated<Date>
  sent_at: Date | null
}
export type StoredMail = Selectable<MailTable>

const db = (source: Source) => source.q.withTables<{ mail: MailTable }>()

/** Written with the commit; `job` delivers it where it is to wait for that. */
export function writeMail(
  w: Write,
  mail: {
    to: string
    subject: string
    text: string
    html: string | null
    state: 'kept' | 'waiting'
    job: string
  },
): void {
  w.withCommit({ name: 'write_mail', argument: mail })
}

export async function readMail(source: Source, id: string): Promise<StoredMail | null> {
  const row = await db(source).selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Newest first. */
export function listMail(source: Source, before: string | null, limit: number): Promise<StoredMail[]> {
  let query = db(source).selectFrom('mail').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== null) query = query.where('id', '<', before)
  return query.execute()
}

export async function markSent(source: Source, id: string, at: Date): Promise<void> {
  await db(source)
    .updateTable('mail')
    .set((e) => ({
      state: 'sent',
      sent_at: at,
      attempts: e('attempts', '+', 1),
      problem: null,
      body_text: null,
      body_html: null,
    }))
    .where('id', '=', id)
    .execute()
}

export async function markFailure(
  source: Source,
  id: string,
  problem: string,
  final: boolean,
): Promise<void> {
  await db(source)
    .updateTable('mail')
    .set((e) => ({ state: final ? 'failed' : 'waiting', attempts: e('attempts', '+', 1), problem }))
    .where('id', '=', id)
    .execute()
}

/** Returns false unless it was kept or had failed. */
export async function markWaiting(source: Source, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db(source)
    .updateTable('mail')
    .set({ state: 'waiting', attempts: 0, problem: null })
    .where('id', '=', id)
    .where('state', 'in', ['kept', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteMailTo(source: Source, recipient: string): Promise<void> {
  await db(source).deleteFrom('mail').where('recipient', '=', recipient).execute()
}
