import { Refusal } from '../platform/http/problem.ts'
import type { Source } from '../platform/db/database.ts'
import { may, type Person } from './person.ts'
import { type Account, findAccount } from './person-store.ts'
import { RIGHTS, type Right } from './rights.ts'
import type { Me } from './wire.ts'

const ALL = Object.keys(RIGHTS) as Right[]

/** Somebody's own view of their account, as the one who asks. */
export async function readMe(source: Source, person: Person): Promise<Me> {
  const account = person.id === null ? undefined : await findAccount(source, person.id)
  if (!account) throw new Refusal('not-signed-in', 'Sign in to the studio, then try again.')
  return meOf(account, person)
}

/** The view of somebody who has just signed in. */
export async function readMeById(source: Source, id: string): Promise<Me> {
  return readMe(source, { id, kind: 'person', name: '', role: null, scope: null })
}

const meOf = (account: Account, person: Person): Me => ({
  id: account.id,
  name: account.name,
  email: account.email,
  role: account.role,
  rights: ALL.filter((right) => may({ ...person, role: account.role }, right)),
  twoFactor: account.twoFactor,
  revision: account.revision,
})
