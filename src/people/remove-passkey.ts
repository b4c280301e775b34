import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { deletePasskey, listPasskeys } from './passkey-store.ts'
import { type Person, requireSession } from './person.ts'
import type { Passkey } from './wire.ts'

export async function listMyPasskeys(p: Platform, person: Person): Promise<Passkey[]> {
  requireSession(person)
  const rows = await listPasskeys(p, person.id)
  return rows.map(({ id, name, createdAt }) => ({
    id,
    name: name ?? 'Passkey',
    createdAt: createdAt.toISOString(),
  }))
}

export async function removePasskey(p: Platform, person: Person, id: string): Promise<void> {
  requireSession(person)
  await p.write(async (w) => {
    await actAs(w, person)
    if (!(await deletePasskey(w, person.id, id))) throw new Refusal('not-found', 'There is no such passkey.')
  })
}
