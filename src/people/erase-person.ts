import type { Platform } from '../platform/platform.ts'
import { actAs, audit } from './audit-store.ts'
import { requireAnotherOwner } from './change-person.ts'
import { type Person, requireRight } from './person.ts'
import { emptyAccount, findAccount, lockOwners } from './person-store.ts'

/** Empties the person for good: name, address, and everything to sign in with. What they did stays in the log under an id without a name. */
export async function erasePerson(p: Platform, person: Person, id: string, revision: number): Promise<void> {
  requireRight(person, 'people.manage')
  await p.write(async (w) => {
    await actAs(w, person)
    requireAnotherOwner(await lockOwners(w), id)
    const account = await findAccount(w, id)
    await emptyAccount(w, id, revision)
    if (account) await p.mailer.forget(w, account.email)
    await audit(w, person, 'person.erase', `person:${id}`)
  })
}
