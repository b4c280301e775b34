import { audit, type Person, requireRight } from '../people/public.ts'
import { forgetAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { matchSubject, titleOf, topicsAround } from './match.ts'
import { removeMatch, requireMatch } from './match-store.ts'
import { staleMatch } from './update-match.ts'

/** Only a draft goes without a word; what was announced is called off by a fact of its own. */
export async function deleteMatch(p: Platform, person: Person, id: string, basedOn: number): Promise<void> {
  requireRight(person, 'league.manage')
  await p.write(async (w) => {
    const match = await requireMatch(w, id)
    if (match.revision !== basedOn) throw await staleMatch(w, match)
    if (!match.draft)
      throw new Refusal('conflict', 'This match has been announced. Call it off at its console instead.')
    await forgetAddresses(w, matchSubject(match))
    await removeMatch(w, id)
    w.touch(...topicsAround(match))
    await audit(w, person, 'match.delete', matchSubject(match), { title: titleOf(match) })
  })
}
