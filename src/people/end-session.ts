import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { actAs } from './audit-store.ts'
import { type Person, requireRight, requireSession } from './person.ts'
import { deleteSession, deleteSessions } from './session-store.ts'

/** Whose sessions: one's own, or anybody's by right. */
function requireSessionsOf(person: Person, id: string): void {
  if (person.kind === 'person' && person.id === id) return requireSession(person)
  requireRight(person, 'people.manage')
}

export async function endSession(
  p: Platform,
  person: Person,
  input: { personId: string; sessionId: string },
): Promise<void> {
  requireSessionsOf(person, input.personId)
  await p.write(async (w) => {
    await actAs(w, person)
    if (!(await deleteSession(w, input.personId, input.sessionId)))
      throw new Refusal('not-found', 'There is no such session; perhaps it has ended already.')
  })
}

/** All sessions of a person, but the one that asks. */
export async function endSessions(p: Platform, person: Person, personId: string): Promise<void> {
  requireSessionsOf(person, personId)
  await p.write(async (w) => {
    await actAs(w, person)
    await deleteSessions(w, personId, person.sessionId ?? null)
  })
}
