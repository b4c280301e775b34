import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { readMe } from './me.ts'
import { type Person, requireSession } from './person.ts'
import { renameAccount } from './person-store.ts'
import type { ChangeMeInput, Me } from './wire.ts'

export async function changeMe(
  p: Platform,
  person: Person,
  input: ChangeMeInput,
  revision: number,
): Promise<Me> {
  requireSession(person)
  await p.write(async (w) => {
    await actAs(w, person)
    await renameAccount(w, person.id, input.name, revision)
  })
  return readMe(p, person)
}
