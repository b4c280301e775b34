import { useNow } from '../../kit/clock.ts'
import { useList, useRead } from '../../kit/read.ts'
import { useIsOn, useMay } from '../../kit/studio-context.ts'
import { plural, relative } from '../../kit/time.ts'
import type { Alarm, TonightEntry, TonightPart } from '../../kit/tonight.ts'
import type { DeskCollectionJson, OrderCounts } from '../wire.ts'
import { PHASE_WORDS } from './collection-words.ts'
import { COLLECTION_TOPICS, DOORS } from './doors.ts'

const NONE: DeskCollectionJson[] = []
const DAY_MS = 86_400_000
/** A buyer who has paid hears of it within three days, or asks. */
const PATIENCE_MS = 3 * DAY_MS

export function useShopTonight(): TonightPart {
  const isOn = useIsOn('shop')
  const maySell = useMay('order.manage')
  const now = useNow()
  const collections = useList<DeskCollectionJson>(isOn ? DOORS.deskCollections : null, COLLECTION_TOPICS)
  const counts = useRead<OrderCounts>(isOn && maySell ? DOORS.counts : null, ['desk:orders'])
  return {
    entries: (collections.data ?? NONE)
      .filter((collection) => isNews(collection, now))
      .map((collection) => entryOf(collection, maySell)),
    alarms: isOn && counts.data ? alarmsOf(counts.data, now) : [],
    error: collections.error,
    loading: collections.isLoading,
  }
}

/** A collection that is simply always open is no news after its first day. */
const isNews = ({ phase, opensAt, closesAt }: DeskCollectionJson, now: number): boolean =>
  phase !== 'open' || closesAt !== null || now - Date.parse(opensAt) < DAY_MS

function entryOf(collection: DeskCollectionJson, maySell: boolean): TonightEntry {
  const { id, title, phase, opensAt, closesAt, products } = collection
  const state = phase === 'closed' ? 'past' : phase === 'open' || phase === 'paused' ? 'on' : 'coming'
  const left = products.reduce((sum, product) => sum + product.left, 0)
  return {
    key: `drop:${id}`,
    // A promo that follows it opens and closes with it.
    standsFor: `collection:${id}/${state === 'coming' ? 'opens' : 'closes'}`,
    at: state === 'past' && closesAt !== null ? closesAt : opensAt,
    title: state === 'coming' ? `“${title}” opens` : `“${title}”`,
    detail: [
      'Collection',
      PHASE_WORDS[phase].toLowerCase(),
      plural(products.length, 'product'),
      `${left.toLocaleString('en')} left`,
    ].join(' · '),
    state,
    to: maySell ? `/shop/collections/${id}/board` : `/shop/collections/${id}`,
    ...(maySell && state === 'on' && { verb: 'Open the board' }),
  }
}

function alarmsOf({ exceptions, openSince }: OrderCounts, now: number): Alarm[] {
  const alarms: Alarm[] = []
  if (exceptions > 0)
    alarms.push({
      key: 'shop:exceptions',
      title: 'Pressbox cannot settle this by itself.',
      words: `${plural(exceptions, 'order')} ${exceptions === 1 ? 'needs' : 'need'} somebody.`,
      to: '/shop/orders?filter=exceptions',
    })
  if (openSince !== null && now - Date.parse(openSince) > PATIENCE_MS)
    alarms.push({
      key: 'shop:waiting',
      title: `The oldest was made ${relative(Date.parse(openSince), now)}.`,
      words: 'Orders wait to be handed out.',
      to: '/shop/orders',
    })
  return alarms
}
