import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { findPromo, removePromo } from './promo-store.ts'
import { noPromo, touchPromos } from './promo-writing.ts'

export async function deletePromo(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'promo.manage')
  await p.write(async (w) => {
    const promo = await findPromo(w, id)
    if (!promo) throw noPromo()
    await removePromo(w, id)
    touchPromos(w)
    await audit(w, person, 'promo.delete', `promo:${id}`, { title: promo.title })
  })
}
