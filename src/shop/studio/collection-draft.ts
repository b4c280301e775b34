import { toWallClock } from '../../kit/zones.ts'
import type { CollectionInput, DeskCollectionJson } from '../wire.ts'

/** A collection as its form holds it: what people type. */
export interface CollectionDraft {
  title: string
  slug: string
  description: string
  cover: string | null
  zone: string
  from: string
  /** Empty: it stays open. */
  until: string
  announced: boolean
  products: string[]
}

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

/** Opens at the next full hour and closes a week after. */
export function newCollection(now: number, zone: string): CollectionDraft {
  const opens = Math.ceil((now + 1) / HOUR_MS) * HOUR_MS
  return {
    title: '',
    slug: '',
    description: '',
    cover: null,
    zone,
    from: toWallClock(opens, zone, true),
    until: toWallClock(opens + WEEK_MS, zone, true),
    announced: true,
    products: [],
  }
}

export const draftOf = (collection: DeskCollectionJson): CollectionDraft => ({
  title: collection.title,
  slug: collection.slug,
  description: collection.description,
  cover: collection.cover,
  zone: collection.zone,
  from: collection.from.slice(0, 19),
  until: collection.until?.slice(0, 19) ?? '',
  announced: collection.announced,
  products: collection.products.map(({ id }) => id),
})

export const toInput = ({ slug, until, ...same }: CollectionDraft): CollectionInput => ({
  ...same,
  ...(slug !== '' && { slug }),
  until: until === '' ? null : until,
})
