import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { findPromo, type Promo, replacePromo } from './promo-store.ts'
import { noPromo, refuseStale, touchPromos } from './promo-writing.ts'

/** Takes a promo off the pages at once, or puts it back; its window stays. To do it twice changes nothing. */
export async function pausePromo(p: Platform, person: Person, id: string, paused: boolean): Promise<Promo> {
  requireRight(person, 'promo.manage')
  return p.write(async (w) => {
    const promo = await findPromo(w, id)
    if (!promo) throw noPromo()
    if (promo.paused === paused) return promo
    const changed = (await replacePromo(w, id, promo.revision, { paused })) ?? (await refuseStale(w, id))
    touchPromos(w)
    await audit(w, person, paused ? 'promo.pause' : 'promo.resume', `promo:${id}`)
    return changed
  })
}
