import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { type Promo, replacePromo } from './promo-store.ts'
import { promoFields, refuseStale, requireCollection, scheduleFlips, touchPromos } from './promo-writing.ts'
import type { PromoInput } from './wire.ts'

export async function updatePromo(
  p: Platform,
  person: Person,
  id: string,
  revision: number,
  input: PromoInput,
): Promise<Promo> {
  requireRight(person, 'promo.manage')
  const fields = promoFields(input)
  return p.write(async (w) => {
    await requireCollection(w, fields)
    const promo = (await replacePromo(w, id, revision, fields)) ?? (await refuseStale(w, id))
    touchPromos(w)
    await scheduleFlips(w, promo)
    await audit(w, person, 'promo.update', `promo:${id}`)
    return promo
  })
}
