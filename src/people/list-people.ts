import type { Platform } from '../platform/platform.ts'
import { type Person, requireRight } from './person.ts'
import { type AccountRow, listAccounts } from './person-store.ts'
import type { PersonRow } from './wire.ts'

export const personRow = (row: AccountRow): PersonRow => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  state: row.deactivatedAt === null ? 'active' : 'deactivated',
  twoFactor: row.twoFactor,
  passkeys: row.passkeys,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  revision: row.revision,
})

export async function listPeople(p: Platform, person: Person): Promise<PersonRow[]> {
  requireRight(person, 'people.manage')
  return (await listAccounts(p)).map(personRow)
}
