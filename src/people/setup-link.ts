import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { SYSTEM } from './person.ts'
import { hasOwner } from './person-store.ts'
import { drawToken, hashToken } from './secret-token.ts'
import { sweepExpired } from './session-store.ts'
import { clearSetupLink, replaceSetupLink } from './setup-store.ts'

/** While there is no owner: a new one-time link, and the one before it is dead. `null` when there is an owner. */
export async function ensureSetupLink(p: Platform): Promise<string | null> {
  await p.write(async (w) => {
    await actAs(w, SYSTEM)
    await sweepExpired(w)
  })
  if (await hasOwner(p)) {
    await clearSetupLink(p)
    return null
  }
  const token = drawToken()
  await replaceSetupLink(p, hashToken(token))
  return `/studio/setup?token=${token}`
}
