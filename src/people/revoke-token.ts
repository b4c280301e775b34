import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { audit } from './audit-store.ts'
import { tokenOf } from './create-token.ts'
import { type Person, requireRight } from './person.ts'
import { listTokens, markTokenRevoked } from './token-store.ts'
import type { ApiToken } from './wire.ts'

export async function listAllTokens(p: Platform, person: Person): Promise<ApiToken[]> {
  requireRight(person, 'token.manage')
  return (await listTokens(p)).map((row) => tokenOf(row, p.clock.now()))
}

/** From the commit on the token is refused everywhere. */
export async function revokeToken(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'token.manage')
  await p.write(async (w) => {
    if (!(await markTokenRevoked(w, id)))
      throw new Refusal('not-found', 'There is no such token; perhaps it was revoked already.')
    await audit(w, person, 'token.end', `token:${id}`)
    w.touch('desk:people')
  })
}
