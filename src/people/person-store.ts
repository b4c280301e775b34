import { sql, type Source } from '../platform/db/database.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Role } from './rights.ts'

export interface Account {
  id: string
  name: string
  email: string
  role: Role
  deactivatedAt: Date | null
  twoFactor: boolean
  revision: number
}

export interface AccountRow extends Account {
  createdAt: Date
  lastSeenAt: Date | null
  passkeys: number
}

const COLUMNS = sql`p.id, p.name, p.email, p.role, p.deactivated_at as "deactivatedAt",
  p.two_factor_enabled as "twoFactor", p.revision`

/** Erased people have no account any more. */
export async function findAccount({ q }: Source, id: string): Promise<Account | undefined> {
  const { rows } =
    await sql<Account>`select ${COLUMNS} from people p where p.id = ${id} and p.erased_at is null`.execute(q)
  return rows[0]
}

export async function listAccounts({ q }: Source): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select ${COLUMNS}, p.created_at as "createdAt",
      (select max(last_seen_at) from sessions s where s.person_id = p.id) as "lastSeenAt",
      (select count(*) from passkeys k where k.person_id = p.id) as passkeys
    from people p where p.erased_at is null order by p.deactivated_at is not null, lower(p.name), p.id`.execute(
    q,
  )
  return rows
}

export async function hasOwner({ q }: Source): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from people where role = 'owner' and deactivated_at is null) as there`.execute(q)
  return rows[0]?.there ?? false
}

export async function insertAccount(
  { q }: Source,
  account: { name: string; email: string; role: Role; passwordHash: string },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with person as (
      insert into people (name, email, role) values (${account.name}, ${account.email}, ${account.role})
      on conflict (email) do nothing returning id),
    password as (
      insert into accounts (person_id, account_id, provider_id, password)
      select id, id::text, 'credential', ${account.passwordHash} from person)
    select id from person`.execute(q)
  if (!rows[0]) throw new Refusal('conflict', 'There is an account with this e-mail address already.')
  return rows[0].id
}

/** Owners that can sign in, the oldest account first. */
export async function listOwners({ q }: Source): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select ${COLUMNS} from people p where p.role = 'owner' and p.deactivated_at is null order by p.id`.execute(
    q,
  )
  return rows
}

export async function findActiveAccountByEmail({ q }: Source, email: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select ${COLUMNS} from people p where p.email = ${email} and p.deactivated_at is null`.execute(q)
  return rows[0]
}

/** Locks every owner that can sign in, so that two owners cannot remove each other at once. */
export async function lockOwners({ q }: Source): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people where role = 'owner' and deactivated_at is null order by id for update`.execute(q)
  return rows.map(({ id }) => id)
}

const stale = async (w: Write, id: string): Promise<Refusal> => {
  const current = await findAccount(w, id)
  return current
    ? new Refusal('stale', 'This person was changed meanwhile. Look at the present state, then try again.', {
        current: { role: current.role, active: current.deactivatedAt === null, revision: current.revision },
      })
    : new Refusal('not-found', 'There is no such person.')
}

export async function updateAccount(
  w: Write,
  id: string,
  change: { role: Role; active: boolean },
  basedOn: number,
): Promise<void> {
  const { rows } = await sql`
    update people set role = ${change.role}, revision = revision + 1, updated_at = now(),
      deactivated_at = case when ${change.active} then null else coalesce(deactivated_at, now()) end
    where id = ${id} and revision = ${basedOn} and erased_at is null returning 1`.execute(w.q)
  if (rows.length === 0) throw await stale(w, id)
}

export async function renameAccount(w: Write, id: string, name: string, basedOn: number): Promise<void> {
  const { rows } = await sql`
    update people set name = ${name}, revision = revision + 1, updated_at = now()
    where id = ${id} and revision = ${basedOn} and erased_at is null returning 1`.execute(w.q)
  if (rows.length === 0) throw await stale(w, id)
}

/** Empties the person and drops everything by which they could act; the id stays, for the log and for what they made. */
export async function emptyAccount(w: Write, id: string, basedOn: number): Promise<void> {
  const { rows } = await sql`
    update people set name = '', email = null, image = null, email_verified = false, two_factor_enabled = false,
      deactivated_at = coalesce(deactivated_at, now()), erased_at = now(), revision = revision + 1, updated_at = now()
    where id = ${id} and revision = ${basedOn} and erased_at is null returning 1`.execute(w.q)
  if (rows.length === 0) throw await stale(w, id)
  for (const table of ['sessions', 'accounts', 'passkeys', 'two_factors', 'api_tokens', 'password_links'])
    await sql`delete from ${sql.table(table)} where person_id = ${id}`.execute(w.q)
  await sql`update invitations set email = '' where accepted_by = ${id}`.execute(w.q)
  await sql`delete from verifications where value = ${id}`.execute(w.q)
}

export async function findPasswordHash({ q }: Source, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string }>`
    select password from accounts where person_id = ${id} and provider_id = 'credential'`.execute(q)
  return rows[0]?.password
}

export async function updatePasswordHash(w: Write, id: string, was: string, hash: string): Promise<boolean> {
  const { rows } = await sql`
    update accounts set password = ${hash}, updated_at = now()
    where person_id = ${id} and provider_id = 'credential' and password = ${was} returning 1`.execute(w.q)
  return rows.length === 1
}

/** Whatever it was before. */
export async function setPasswordHash(w: Write, id: string, hash: string): Promise<void> {
  await sql`update accounts set password = ${hash}, updated_at = now()
    where person_id = ${id} and provider_id = 'credential'`.execute(w.q)
}

export async function dropTwoFactor(w: Write, id: string): Promise<void> {
  await sql`delete from two_factors where person_id = ${id}`.execute(w.q)
  await sql`update people set two_factor_enabled = false, updated_at = now() where id = ${id}`.execute(w.q)
}
