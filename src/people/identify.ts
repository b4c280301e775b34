import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { sessionSecret } from './auth.ts'
import { NOBODY, type Person } from './person.ts'
import { isRight } from './rights.ts'
import { hashToken } from './secret-token.ts'
import { hasSessionCookie, readSessionToken } from './session-cookie.ts'
import { findSignedIn, markSeen } from './session-store.ts'
import { findTokenHolder, markUsed } from './token-store.ts'

/** The bearer token of a request; other schemes belong to whatever stands before us. */
export function bearerOf(request: Request): string | null {
  const match = /^bearer(?:\s+(.*))?$/i.exec(request.headers.get('authorization') ?? '')
  return match ? (match[1] ?? '').trim() : null
}

/** Who asks. A cookie that is not, or no longer, good makes nobody; a token that is not good is refused, since its sender has to know. */
export async function identify(p: Platform, request: Request): Promise<Person> {
  const bearer = bearerOf(request)
  if (bearer !== null) return identifyToken(p, bearer)
  const cookies = request.headers.get('cookie')
  if (!hasSessionCookie(cookies)) return NOBODY
  const token = readSessionToken(cookies, await sessionSecret(p))
  const found = token === null ? undefined : await findSignedIn(p, token)
  if (!found) return NOBODY
  if (found.unseen) await markSeen(p, found.sessionId)
  const { personId: id, name, role, sessionId } = found
  return { id, kind: 'person', name, role, scope: null, sessionId }
}

async function identifyToken(p: Platform, bearer: string): Promise<Person> {
  const found = /^pb_[\w-]{43}$/.test(bearer) ? await findTokenHolder(p, hashToken(bearer)) : undefined
  if (!found)
    throw new Refusal(
      'not-signed-in',
      'This bearer token is not known, has ended or was revoked. Make a new one in the studio.',
    )
  if (found.unused) await markUsed(p, found.id)
  return {
    id: found.personId,
    kind: 'token',
    name: `${found.personName} (${found.name})`,
    role: found.role,
    scope: found.scope.filter(isRight),
    tokenId: found.id,
  }
}
