import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { type Person, requireRight } from './person.ts'
import { findAccount, lockOwners, updateAccount } from './person-store.ts'
import { deleteSessions } from './session-store.ts'
import type { ChangePersonInput } from './wire.ts'

/** Somebody must always be able to let others in. */
export function requireAnotherOwner(owners: readonly string[], id: string): void {
  if (owners.includes(id) && owners.length === 1)
    throw new Refusal('conflict', 'This is the last owner. Make somebody else an owner first.')
}

/** Changes a role, or whether the person may sign in. */
export async function changePerson(
  p: Platform,
  person: Person,
  id: string,
  input: ChangePersonInput,
  revision: number,
): Promise<void> {
  requireRight(person, 'people.manage')
  await p.write(async (w) => {
    await actAs(w, person)
    const owners = await lockOwners(w)
    const account = await findAccount(w, id)
    if (!account) throw new Refusal('not-found', 'There is no such person.')
    const role = input.role ?? account.role
    const active = input.active ?? account.deactivatedAt === null
    if (role !== 'owner' || !active) requireAnotherOwner(owners, id)
    await updateAccount(w, id, { role, active }, revision)
    if (!active) await deleteSessions(w, id)
  })
}
