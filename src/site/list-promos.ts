import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { choosePromo } from './promo.ts'
import { promoReply } from './promo-reply.ts'
import { currentPromos, findPromo, listPromos, type Promo } from './promo-store.ts'
import { noPromo } from './promo-writing.ts'
import type { PromoReply } from './wire.ts'

const PAGE = 50

/** What the band shows, whose place the studio marks in its list. */
const shownNow = async (p: Platform): Promise<Promo | null> =>
  choosePromo(await currentPromos(p, p.clock.now()), p.clock.now())

export async function listAllPromos(
  p: Platform,
  person: Person,
  after: string | undefined,
): Promise<{ items: PromoReply[]; next: string | null }> {
  requireRight(person, 'studio.open')
  const behind = after ? await findPromo(p, after) : null
  if (after && !behind) throw noPromo()
  const promos = await listPromos(p, PAGE + 1, behind)
  const shown = await shownNow(p)
  const items = promos.slice(0, PAGE).map((promo) => promoReply(promo, shown, p.clock.now()))
  return { items, next: promos.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

export async function getPromo(p: Platform, person: Person, id: string): Promise<PromoReply> {
  requireRight(person, 'studio.open')
  const promo = await findPromo(p, id)
  if (!promo) throw noPromo()
  return promoReply(promo, await shownNow(p), p.clock.now())
}
