import { parseArgs } from 'node:util'
import { issueToken, makeOwnerLink, SYSTEM } from '../../src/people/public.ts'
import { Refusal } from '../../src/platform/http/problem.ts'
import { withPlatform } from './with-platform.ts'

const OPTIONS = {
  role: { type: 'string' },
  rights: { type: 'string' },
  days: { type: 'string' },
} as const

/** Prints the secret alone on standard output, so that a script can keep it. */
export async function makeToken(args: string[]): Promise<number> {
  const { name, ...wish } = readWish(args)
  const { token, secret } = await withPlatform((p) => issueToken(p, { name, ...wish }))
  console.error(
    `"${token.name}" may ${token.scope.join(', ')} until ${token.expiresAt}. It is shown this once:`,
  )
  console.log(secret)
  return 0
}

function readWish(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const [name = '', ...more] = positionals
    if (name === '' || more.length > 0) throw new TypeError('Give it one name')
    const days = values.days === undefined ? undefined : Number(values.days)
    return { name, role: values.role, rights: values.rights?.split(','), days }
  } catch (error) {
    const usage = 'Usage: pressbox token NAME --role ROLE (or --rights a,b) --days 90'
    throw new Refusal('invalid', `${error instanceof Error ? error.message : String(error)}. ${usage}`)
  }
}

export async function ownerLink([email]: string[]): Promise<number> {
  const { link, owner } = await withPlatform((p) => makeOwnerLink(p, SYSTEM, email))
  console.error(
    `${owner.email} is signed out everywhere. This link sets a new password, once, within an hour, and ends two-factor sign-in:`,
  )
  console.log(link)
  return 0
}
