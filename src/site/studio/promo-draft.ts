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
})

export const toInput = ({ label, url, until, ...same }: PromoDraft): PromoInput => ({
  ...same,
  action: { label, url },
  until: until === '' ? null : until,
})
