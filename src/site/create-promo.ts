import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { insertPromo, type Promo } from './promo-store.ts'
import { promoFields, requireCollection, scheduleFlips, touchPromos } from './promo-writing.ts'
import type { PromoInput } from './wire.ts'

export async function createPromo(p: Platform, person: Person, input: PromoInput): Promise<Promo> {
  requireRight(person, 'promo.manage')
  const fields = promoFields(input)
  return p.write(async (w) => {
    await requireCollection(w, fields)
    const promo = await insertPromo(w, fields)
    touchPromos(w)
    await scheduleFlips(w, promo)
    await audit(w, person, 'promo.create', `promo:${promo.id}`)
    return promo
  })
}
