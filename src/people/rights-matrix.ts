import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Person } from './person.ts'
import { isRight, type Role, roleMay, ROLES } from './rights.ts'

export interface DoorCase {
  endpoint: Endpoint<Person>
  /** `null`: nobody signed in. */
  role: Role | null
  /** What the door answers to whom it does not let in; `null`: lets in. */
  refusal: 401 | 403 | null
}

/** Every door for every role, as the table of rights has it. A door whose right is not in the table throws: it has no rule. */
export function rightsMatrix(endpoints: readonly Endpoint<Person>[]): DoorCase[] {
  for (const { method, path, right } of endpoints)
    if (right !== 'public' && right !== 'signed-in' && !isRight(right))
      throw new Error(`${method} ${path} asks for "${right}", which is not in the table of rights.`)
  return endpoints.flatMap((endpoint) =>
    [null, ...ROLES].map((role) => ({ endpoint, role, refusal: refusalFor(endpoint.right, role) })),
  )
}

function refusalFor(right: string, role: Role | null): 401 | 403 | null {
  if (right === 'public') return null
  if (role === null) return 401
  return right === 'signed-in' || (isRight(right) && roleMay(role, right)) ? null : 403
}
