import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { audit } from './audit-store.ts'
import { may, type Person, requireRight } from './person.ts'
import { isRight, type Right } from './rights.ts'
import { drawToken, hashToken } from './secret-token.ts'
import { insertToken, type TokenRow } from './token-store.ts'
import type { ApiToken, CreatedToken, CreateTokenInput } from './wire.ts'

const HINT_LENGTH = 9

export function tokenOf(row: TokenRow, now: Date): ApiToken {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scope: row.scope,
    state: row.revokedAt ? 'revoked' : row.expiresAt <= now ? 'expired' : 'active',
    owner: { id: row.ownerId, name: row.ownerName },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}

/** A scope holds rights that its maker has now; whether the person still has them is asked again at every use. */
function readScope(person: Person, scope: readonly string[]): Right[] {
  return [...new Set(scope)].map((name) => {
    if (!isRight(name)) throw new Refusal('invalid', `"${name}" is not a right. See GET /api/v1/rights.`)
    if (!may(person, name))
      throw new Refusal('forbidden', `You do not have "${name}" yourself, so no token of yours can.`, {
        right: name,
      })
    return name
  })
}

/** The secret is shown this once: only its hash is kept. */
export async function createToken(
  p: Platform,
  person: Person,
  input: CreateTokenInput,
): Promise<CreatedToken> {
  requireRight(person, 'token.manage')
  const scope = readScope(person, input.scope)
  const { id: personId } = person
  if (personId === null) throw new Refusal('forbidden', 'A token belongs to a person: sign in first.')
  const secret = `pb_${drawToken()}`
  const { name, days } = input
  return p.write(async (w) => {
    const hint = secret.slice(0, HINT_LENGTH)
    const row = await insertToken(w, { personId, name, hint, hash: hashToken(secret), scope, days })
    await audit(w, person, 'token.add', `token:${row.id}`, { scope, days })
    w.touch('desk:people')
    return { token: tokenOf(row, w.now), secret }
  })
}
