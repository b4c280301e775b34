import { sql, type Source } from './db/database.ts'
import { Refusal } from './http/problem.ts'
import type { Write } from './log/write.ts'

export type AddressState =
  { state: 'live' } | { state: 'redirect'; to: string } | { state: 'gone' } | { state: 'unknown' }

/** The topic under which a path's fate changes. */
export const addressTopic = (path: string): string => `address:${path}`

/** Makes `path` the live address of `subject`; its earlier ones redirect from now on. Refused while another subject lives there. */
export async function claimAddress(w: Write, path: string, subject: string): Promise<void> {
  const { rows: demoted } = await sql<{ path: string }>`
    update addresses set state = 'redirect', since = now()
    where subject = ${subject} and state in ('live', 'gone') and path <> ${path} returning path`.execute(w.q)
  const { rows } = await sql`
    insert into addresses (path, subject, state) values (${path}, ${subject}, 'live')
    on conflict (path) do update set subject = excluded.subject, state = 'live', since = now()
      where addresses.subject = excluded.subject or addresses.state <> 'live'
    returning 1`.execute(w.q)
  if (rows.length === 0)
    throw new Refusal('conflict', `The address ${path} is in use already. Choose another one.`, { path })
  w.touch(addressTopic(path), ...demoted.map((row) => addressTopic(row.path)))
}

/** All addresses of the subject answer 410 from now on. */
export async function retireAddresses(w: Write, subject: string): Promise<void> {
  const { rows } = await sql<{ path: string }>`
    update addresses set state = 'gone', since = now() where subject = ${subject} returning path`.execute(w.q)
  w.touch(...rows.map((row) => addressTopic(row.path)))
}

/** Forgets the addresses of a subject that the public never saw: not even a guess may learn that there is something. */
export async function forgetAddresses(w: Write, subject: string): Promise<void> {
  const { rows } = await sql<{ path: string }>`
    delete from addresses where subject = ${subject} returning path`.execute(w.q)
  w.touch(...rows.map((row) => addressTopic(row.path)))
}

/** What became of a path. Redirects go straight to the live address, however many there were. */
export async function resolveAddress({ q }: Source, path: string): Promise<AddressState> {
  const { rows } = await sql<{ state: 'live' | 'redirect' | 'gone'; to: string | null }>`
    select a.state, live.path as "to" from addresses a
    left join addresses live on live.subject = a.subject and live.state = 'live'
    where a.path = ${path}`.execute(q)
  const row = rows[0]
  if (!row) return { state: 'unknown' }
  if (row.state === 'redirect') return row.to ? { state: 'redirect', to: row.to } : { state: 'gone' }
  return { state: row.state }
}
