import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { facesOfFollowed, followCollections } from './follow-collections.ts'
import { choosePromo } from './promo.ts'
import { promoReply } from './promo-reply.ts'
import { currentPromos, findPromo, listPromos, type Promo } from './promo-store.ts'
import { noPromo } from './promo-writing.ts'
import type { PromoReply } from './wire.ts'

const PAGE = 50

/** What the band shows, whose place the studio marks in its list. */
async function shownNow(p: Platform): Promise<Promo | null> {
  const now = p.clock.now()
  const current = await followCollections(p, await currentPromos(p, now), now)
  return choosePromo(
    current.flatMap((promo) => facesOfFollowed(promo, { text: '', label: '' })),
    now,
  )
}

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
  const page = await followCollections(p, promos.slice(0, PAGE), p.clock.now())
  const items = page.map((promo) => promoReply(promo, shown, p.clock.now()))
  return { items, next: promos.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

export async function getPromo(p: Platform, person: Person, id: string): Promise<PromoReply> {
  requireRight(person, 'studio.open')
  const stored = await findPromo(p, id)
  const [promo] = stored ? await followCollections(p, [stored], p.clock.now()) : []
  if (!promo) throw noPromo()
  return promoReply(promo, await shownNow(p), p.clock.now())
}
