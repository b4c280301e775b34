import { promoOfCollection } from '../shop/public.ts'
import type { Source } from '../platform/db/database.ts'
import type { Promo } from './promo-store.ts'

/** So long before it opens, what is announced of a collection may have the band. */
const ANNOUNCED_MS = 24 * 3_600_000

/** Promos with the window, the words and the link of the collections that they follow; one whose collection is gone is as it was written. */
export async function followCollections(s: Source, promos: readonly Promo[], now: Date): Promise<Promo[]> {
  const followed: Promo[] = []
  for (const promo of promos) followed.push(await follow(s, promo, now))
  return followed
}

async function follow(s: Source, promo: Promo, now: Date): Promise<Promo> {
  const collection = promo.collectionId === null ? null : await promoOfCollection(s, promo.collectionId, now)
  if (!collection) return promo
  const { title, words, path, opensAt, closesAt, zone, announced, paused } = collection
  return {
    ...promo,
    title,
    text: words,
    action: { label: 'Shop now', url: path },
    opensAt,
    closesAt,
    zone,
    announced,
    paused: promo.paused || paused,
  }
}

/** The faces of a promo: that of an announced collection says before when it opens. What is in it is said by nobody until then. */
export function facesOfFollowed(promo: Promo, opens: { text: string; label: string }): Promo[] {
  if (promo.collectionId === null || !promo.announced) return [promo]
  const before: Promo = {
    ...promo,
    text: opens.text,
    action: { label: opens.label, url: promo.action.url },
    opensAt: new Date(promo.opensAt.getTime() - ANNOUNCED_MS),
    closesAt: promo.opensAt,
  }
  return [before, promo]
}
