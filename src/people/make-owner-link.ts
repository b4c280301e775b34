import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { actAs, audit } from './audit-store.ts'
import { type Person, requireRight } from './person.ts'
import { type Account, listOwners } from './person-store.ts'
import { replacePasswordLink } from './password-link-store.ts'
import { drawToken, hashToken } from './secret-token.ts'
import { deleteSessions } from './session-store.ts'

const LIFE_MINUTES = 60

/**
 * For an owner who cannot get in any more, made by who runs the server. Their sessions end, since nobody knows who has them.
 * `email` chooses between several owners.
 */
export async function makeOwnerLink(
  p: Platform,
  person: Person,
  email?: string,
): Promise<{ link: string; owner: Account }> {
  requireRight(person, 'people.manage')
  const token = drawToken()
  return p.write(async (w) => {
    const owner = chooseOwner(await listOwners(w), email)
    await actAs(w, person)
    await deleteSessions(w, owner.id)
    const link = {
      personId: owner.id,
      tokenHash: hashToken(token),
      endsTwoFactor: true,
      minutes: LIFE_MINUTES,
    }
    await replacePasswordLink(w, link)
    await audit(w, person, 'password.link', `person:${owner.id}`, { minutes: LIFE_MINUTES })
    return { link: `${publicUrl(p)}/studio/password?token=${token}`, owner }
  })
}

function chooseOwner(owners: readonly Account[], email: string | undefined): Account {
  const [first, second] = owners
  if (!first)
    throw new Refusal('conflict', 'There is no owner yet. Start the site: it prints the link that makes one.')
  const chosen = email === undefined ? first : owners.find((owner) => owner.email === email.toLowerCase())
  if (!chosen || (email === undefined && second))
    throw new Refusal('conflict', `Say which owner: ${owners.map((owner) => owner.email).join(' or ')}.`)
  return chosen
}
