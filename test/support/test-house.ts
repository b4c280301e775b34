import { randomUUID } from 'node:crypto'
import { type AskDoor, testDoors, Visitor } from './test-doors.ts'
import { testPlatform } from './test-platform.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { ensureSetupLink, peopleModule, type Role } from '../../src/people/public.ts'

export const PASSWORD = 'a whole sentence of it'

export interface House {
  p: Platform
  ask: AskDoor
  owner: Visitor
  visitor(): Visitor
  /** Invites somebody by the doors and has them accept. */
  member(role: Role, email?: string): Promise<Visitor & { id: string }>
  close(): Promise<void>
}

/** A house with an owner, made as start does it. */
export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const platform = await testPlatform(environment)
  const { p } = platform
  const ask = testDoors(p, peopleModule(p).endpoints ?? [])
  const owner = new Visitor(ask)
  const link = await ensureSetupLink(p)
  const token = new URL(link ?? '', 'http://site.invalid').searchParams.get('token')
  const made = await owner.ask('POST', '/api/v1/setup', {
    body: { token, name: 'Olive Owner', email: 'olive@example.com', password: PASSWORD },
  })
  if (made.status !== 201) throw new Error(`The owner was not made: ${JSON.stringify(made.json)}`)
  const member: House['member'] = async (role, email = `${randomUUID()}@example.com`) => {
    const invited = await owner.ask('POST', '/api/v1/invitations', { body: { email, role } })
    const visitor = new Visitor(ask)
    const accepted = await visitor.ask('POST', '/api/v1/invitations/accept', {
      body: { token: new URL(invited.json.link).searchParams.get('token'), name: role, password: PASSWORD },
    })
    return Object.assign(visitor, { id: String(accepted.json.id) })
  }
  return { p, ask, owner, visitor: () => new Visitor(ask), member, close: () => platform.close() }
}
