import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { createToken } from './create-token.ts'
import { SYSTEM } from './person.ts'
import { listOwners } from './person-store.ts'
import { RIGHTS, type Right, type Role, roleMay, ROLES } from './rights.ts'
import { CreateTokenInput, type CreatedToken } from './wire.ts'

export interface TokenWish {
  name: string
  /** Every right of this role, or these alone. */
  role: string | undefined
  rights: readonly string[] | undefined
  days: number | undefined
}

/** For who runs the server: a token in the name of the first owner. The log says that Pressbox made it. */
export async function issueToken(p: Platform, wish: TokenWish): Promise<CreatedToken> {
  const [owner] = await listOwners(p)
  if (!owner)
    throw new Refusal(
      'conflict',
      'There is no owner yet, and a token belongs to one. Make the first account.',
    )
  const input = CreateTokenInput.safeParse({ name: wish.name, scope: scopeOf(wish), days: wish.days })
  if (!input.success)
    throw new Refusal('invalid', input.error.issues.map((issue) => issue.message).join('. '))
  return createToken(p, { ...SYSTEM, id: owner.id }, input.data)
}

function scopeOf({ role, rights }: TokenWish): string[] {
  if ((role === undefined) === (rights === undefined))
    throw new Refusal('invalid', `Say what it may do: --role ${ROLES.join('|')} or --rights story.write,…`)
  if (rights !== undefined) return [...rights]
  const known = ROLES.find((name) => name === role)
  if (!known) throw new Refusal('invalid', `There is no role "${role}". Choose from ${ROLES.join(', ')}.`)
  return rightsOf(known)
}

const rightsOf = (role: Role): string[] =>
  (Object.keys(RIGHTS) as Right[]).filter((right) => roleMay(role, right))
