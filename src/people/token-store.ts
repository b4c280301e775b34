import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Role } from './rights.ts'

export interface TokenRow {
  id: string
  name: string
  hint: string
  scope: string[]
  ownerId: string
  ownerName: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

const COLUMNS = sql`t.id, t.name, t.hint, t.scope, t.person_id as "ownerId", p.name as "ownerName",
  t.created_at as "createdAt", t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt"`

export async function insertToken(
  w: Write,
  token: {
    personId: string
    name: string
    hint: string
    hash: Buffer
    scope: readonly string[]
    days: number
  },
): Promise<TokenRow> {
  const { rows } = await sql<TokenRow>`
    with t as (
      insert into api_tokens (person_id, name, hint, token_hash, scope, expires_at)
      values (${token.personId}, ${token.name}, ${token.hint}, ${token.hash}, ${[...token.scope]},
        now() + make_interval(days => ${token.days})) returning *)
    select ${COLUMNS} from t join people p on p.id = t.person_id`.execute(w.q)
  const [row] = rows
  if (!row) throw new Error('The token was not stored.')
  return row
}

export async function listTokens({ q }: Source): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select ${COLUMNS} from api_tokens t join people p on p.id = t.person_id
    order by t.revoked_at is not null, t.id desc limit 500`.execute(q)
  return rows
}

export interface TokenHolder {
  id: string
  name: string
  scope: string[]
  personId: string
  personName: string
  role: Role
  /** More than a minute since `last_used_at` was written. */
  unused: boolean
}

/** Whose token this is, while it, and its person, are good. */
export async function findTokenHolder({ q }: Source, hash: Buffer): Promise<TokenHolder | undefined> {
  const { rows } = await sql<TokenHolder>`
    select t.id, t.name, t.scope, p.id as "personId", p.name as "personName", p.role,
      coalesce(t.last_used_at < now() - interval '1 minute', true) as unused
    from api_tokens t join people p on p.id = t.person_id
    where t.token_hash = ${hash} and t.revoked_at is null and t.expires_at > now() and p.deactivated_at is null`.execute(
    q,
  )
  return rows[0]
}

export async function markUsed({ q }: Source, id: string): Promise<void> {
  await sql`update api_tokens set last_used_at = now() where id = ${id}`.execute(q)
}

export async function markTokenRevoked(w: Write, id: string): Promise<boolean> {
  const { rows } =
    await sql`update api_tokens set revoked_at = now() where id = ${id} and revoked_at is null returning 1`.execute(
      w.q,
    )
  return rows.length === 1
}
