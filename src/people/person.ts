import type { Caller } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import { isRight, type Right, type Role, roleMay } from './rights.ts'

/** Who acts: somebody signed in, a token of theirs, nobody, or Pressbox itself (the seed, the command line). */
export interface Person extends Caller {
  readonly kind: 'person' | 'token' | 'nobody' | 'system'
  readonly name: string
  readonly role: Role | null
  /** A token's scope: the rights it was given, never more than its person's role has. `null`: no narrowing. */
  readonly scope: readonly Right[] | null
  /** The browser session that asks, for those signed in by cookie. */
  readonly sessionId?: string
  /** The API token that asks. */
  readonly tokenId?: string
}

/** A person in a browser, as opposed to a token: only they may touch what they sign in with. */
export type SignedInPerson = Person & { readonly id: string; readonly sessionId: string; readonly role: Role }

export const NOBODY: Person = { id: null, kind: 'nobody', name: 'Nobody', role: null, scope: null }

/** Acts with every right, and stands in the audit log under its own name. */
export const SYSTEM: Person = { id: null, kind: 'system', name: 'Pressbox', role: 'owner', scope: null }

export const may = (person: Person, right: Right): boolean =>
  person.role !== null &&
  roleMay(person.role, right) &&
  (person.scope === null || person.scope.includes(right))

/** The first line of every use case. */
export function requireRight(person: Person, right: Right): void {
  if (may(person, right)) return
  if (person.kind === 'nobody')
    throw new Refusal('not-signed-in', 'Sign in to the studio, or send a bearer token, then try again.')
  const who = person.kind === 'token' ? 'This token' : `Your role (${person.role ?? 'none'})`
  throw new Refusal('forbidden', `${who} does not include "${right}". Ask an owner for it.`, { right })
}

/** The first line of the use cases on one's own account. */
export function requireSession(person: Person): asserts person is SignedInPerson {
  if (person.kind === 'person' && person.id !== null && person.sessionId !== undefined) return
  if (person.kind === 'nobody') throw new Refusal('not-signed-in', 'Sign in to the studio, then try again.')
  throw new Refusal('forbidden', 'This takes a person who is signed in: a token cannot do it.')
}

/** The same for a door: rights, and the two words that are not in the table. */
export function requireAtDoor(person: Person, right: string): void {
  if (right === 'public') return
  if (right === 'signed-in') {
    if (person.kind === 'nobody')
      throw new Refusal('not-signed-in', 'Sign in to the studio, or send a bearer token, then try again.')
    return
  }
  if (!isRight(right)) throw new Error(`"${right}" is not in the table of rights.`)
  requireRight(person, right)
}
