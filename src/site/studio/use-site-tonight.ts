import { useNow } from '../../kit/clock.ts'
import { useList } from '../../kit/read.ts'
import { useIsOn } from '../../kit/studio-context.ts'
import type { TonightEntry, TonightPart } from '../../kit/tonight.ts'
import type { PromoReply } from './wire-types.ts'

const SAYS: Record<PromoReply['state'], string> = {
  coming: 'not yet shown',
  showing: 'on every page',
  outranked: 'outranked by another promo',
  paused: 'paused',
  over: 'over',
}

export function useSiteTonight(): TonightPart {
  const now = useNow()
  const {
    data = [],
    error,
    isLoading,
  } = useList<PromoReply>(useIsOn('promos') ? '/api/v1/promos' : null, ['desk:promos', 'promos'])
  return {
    entries: data.filter(({ paused }) => !paused).flatMap((promo) => entriesOf(promo, now)),
    alarms: [],
    error,
    loading: isLoading,
  }
}

/** A promo is on the timeline when it opens, and while it is open when it will close. */
function entriesOf(promo: PromoReply, now: number): TonightEntry[] {
  const opens = Date.parse(promo.opensAt)
  const closes = promo.closesAt === null ? null : Date.parse(promo.closesAt)
  const base = { to: `/promos/${promo.id}` }
  // The shop says the same of a collection, and more.
  const subject = promo.collectionId === null ? `promo:${promo.id}` : `collection:${promo.collectionId}`
  const entry = (key: string, at: string, title: string, state: TonightEntry['state']): TonightEntry => ({
    ...base,
    key: `${subject}/${key}`,
    at,
    title,
    detail: `Promo · ${SAYS[promo.state]}`,
    state,
  })
  if (opens > now) return [entry('opens', promo.opensAt, `“${promo.title}” promo opens`, 'coming')]
  if (promo.closesAt === null || closes === null) return []
  return [entry('closes', promo.closesAt, `“${promo.title}” promo ends`, closes > now ? 'coming' : 'past')]
}
