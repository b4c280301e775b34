import { toWallClock } from '../../kit/zones.ts'
import type { PromoInput } from '../wire.ts'
import type { PromoReply } from './wire-types.ts'

export interface PromoDraft {
  title: string
  text: string
  label: string
  url: string
  zone: string
  from: string
  until: string
  priority: number
  announced: boolean
  /** Empty: it follows none. */
  collectionId: string
}

const WEEK_MS = 7 * 86_400_000

export const newPromo = (now: number, zone: string): PromoDraft => ({
  title: '',
  text: '',
  label: 'Shop now',
  url: '',
  zone,
  from: toWallClock(now, zone),
  until: toWallClock(now + WEEK_MS, zone),
  priority: 10,
  announced: false,
  collectionId: '',
})

export const draftOf = (promo: PromoReply): PromoDraft => ({
  title: promo.title,
  text: promo.text,
  label: promo.action.label,
  url: promo.action.url,
  zone: promo.zone,
  from: promo.from.slice(0, 19),
  until: promo.until?.slice(0, 19) ?? '',
  priority: promo.priority,
  announced: promo.announced,
  collectionId: promo.collectionId ?? '',
})

export const toInput = ({ label, url, until, collectionId, ...same }: PromoDraft): PromoInput => ({
  ...same,
  action: { label, url },
  until: until === '' ? null : until,
  collectionId: collectionId || null,
})

/** What the studio needs to know of a collection that a promo may follow. */
export interface FollowedCollection {
  id: string
  title: string
  path: string
  zone: string
  from: string
  until: string | null
}

/** The collection's words and times in place of the promo's own; without one they stay as they are, to be changed by hand. */
export const follow = (collection: FollowedCollection | undefined): Partial<PromoDraft> =>
  collection
    ? {
        collectionId: collection.id,
        title: collection.title.slice(0, 60),
        text: '',
        label: 'Shop now',
        url: collection.path,
        zone: collection.zone,
        from: collection.from.slice(0, 19),
        until: collection.until?.slice(0, 19) ?? '',
      }
    : { collectionId: '' }
