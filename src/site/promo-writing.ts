import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { instantOf } from '../platform/wall-clock.ts'
import { promoOfCollection } from '../shop/public.ts'
import { followCollections } from './follow-collections.ts'
import { instantsOf } from './promo.ts'
import { promoReply } from './promo-reply.ts'
import { findPromo, type Promo, type PromoFields } from './promo-store.ts'
import { PromoInput } from './wire.ts'

const TOPICS = ['promos', 'desk:promos']

export const touchPromos = (w: Write): void => w.touch(...TOPICS)

/** The band changes by time alone when a window opens and when it closes. */
export async function scheduleFlips(w: Write, promo: Promo): Promise<void> {
  for (const instant of instantsOf(promo)) if (instant > w.now) w.schedule(instant, ...TOPICS)
}

/** The chosen wall-clock window as instants. */
export function promoFields(given: PromoInput): PromoFields {
  const { from, until, ...rest } = PromoInput.parse(given)
  const opensAt = instantOf(from, rest.zone)
  const closesAt = until === null ? null : instantOf(until, rest.zone)
  if (closesAt && closesAt <= opensAt)
    throw new Refusal(
      'unprocessable',
      'The promo ends before it begins. Choose an end that is later than its start.',
    )
  return { ...rest, opensAt, closesAt }
}

/** A promo can only follow what is there. */
export async function requireCollection(w: Write, { collectionId }: PromoFields): Promise<void> {
  if (collectionId !== null && !(await promoOfCollection(w, collectionId, w.now)))
    throw new Refusal('unprocessable', 'There is no such collection. Choose another one, or none.')
}

/** Why an update of this revision found nothing to update. */
export async function refuseStale(w: Write, id: string): Promise<never> {
  const stored = await findPromo(w, id)
  const [current] = stored ? await followCollections(w, [stored], w.now) : []
  if (!current) throw noPromo()
  throw new Refusal(
    'stale',
    'This promo was changed meanwhile. Look at the other version, then save again.',
    {
      current: promoReply(current, null, w.now),
    },
  )
}

export const noPromo = (): Refusal =>
  new Refusal('not-found', 'There is no such promo. It may have been deleted; reload the list.')
