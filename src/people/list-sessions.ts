import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { deviceOf } from './device.ts'
import { type Person, requireRight, requireSession } from './person.ts'
import { findAccount } from './person-store.ts'
import { listSessions, type SessionRow } from './session-store.ts'
import type { Session } from './wire.ts'

const toWire = (row: SessionRow, current: string | undefined): Session => ({
  id: row.id,
  device: deviceOf(row.userAgent),
  address: row.address || null,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  current: row.id === current,
})

export async function listMySessions(p: Platform, person: Person): Promise<Session[]> {
  requireSession(person)
  return (await listSessions(p, person.id)).map((row) => toWire(row, person.sessionId))
}

export async function listSessionsOf(p: Platform, person: Person, id: string): Promise<Session[]> {
  requireRight(person, 'people.manage')
  if (!(await findAccount(p, id))) throw new Refusal('not-found', 'There is no such person.')
  return (await listSessions(p, id)).map((row) => toWire(row, person.sessionId))
}
