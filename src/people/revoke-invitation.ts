import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { audit } from './audit-store.ts'
import { markRevoked } from './invitation-store.ts'
import { type Person, requireRight } from './person.ts'

export async function revokeInvitation(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'people.manage')
  await p.write(async (w) => {
    if (!(await markRevoked(w, id)))
      throw new Refusal('not-found', 'There is no open invitation like this: it was accepted or revoked.')
    await audit(w, person, 'invitation.end', `invitation:${id}`)
    w.touch('desk:people')
  })
}
