import { wallOf } from '../platform/wall-clock.ts'
import { stateOf, type Window } from './promo.ts'
import type { Promo } from './promo-store.ts'
import type { PromoReply } from './wire.ts'

/** A promo as the studio sees it; `shown` is the one that has the band now. */
export function promoReply(promo: Promo, shown: Window | null, now: Date): PromoReply {
  const { opensAt, closesAt, zone } = promo
  return {
    id: promo.id,
    revision: promo.revision,
    title: promo.title,
    text: promo.text,
    action: promo.action,
    zone,
    from: wallOf(opensAt, zone),
    until: closesAt && wallOf(closesAt, zone),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
    priority: promo.priority,
    announced: promo.announced,
    paused: promo.paused,
    collectionId: promo.collectionId,
    state: stateOf(promo, shown, now),
  }
}
