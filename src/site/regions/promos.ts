import { html, type Html, nothing } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { type BrandClock, brandClock, longDay, timeOfDay } from '../../platform/brand-clock.ts'
import { facesOfFollowed, followCollections } from '../follow-collections.ts'
import { isModuleOn } from '../module-switch.ts'
import { instantsOf, type PromoFace, timelineOf } from '../promo.ts'
import { currentPromos, type Promo } from '../promo-store.ts'
import { faceTimes } from './faces.ts'

/** The promo band: every announced face beside the others, those that do not hold now hidden. */
export async function promos(reading: Reading): Promise<Html | null> {
  reading.topic('promos')
  if (!(await isModuleOn(reading, 'promos'))) return null
  const current = await withCollections(reading)
  for (const promo of current) for (const instant of instantsOf(promo)) reading.until(instant)
  const faces = timelineOf(current, reading.now)
  return faces.length === 0 ? null : html`${faces.map(band)}`
}

/** Those that follow a collection say what it says, also that it is going to open, while the brand has a shop. */
async function withCollections(reading: Reading): Promise<Promo[]> {
  const stored = await currentPromos(reading, reading.now)
  const hasShop = await isModuleOn(reading, 'shop')
  const current = stored.filter(({ collectionId }) => hasShop || collectionId === null)
  const clock = await brandClock(reading)
  const followed = await followCollections(reading, current, reading.now)
  return followed.flatMap((promo) => facesOfFollowed(promo, opensWords(promo, clock)))
}

/** The day for who has the room, the hour for everybody. */
const opensWords = ({ opensAt }: Promo, clock: BrandClock) => ({
  text: `Opens ${longDay(clock, opensAt)}`,
  label: `Opens ${timeOfDay(clock, opensAt)}`,
})

const band = ({ promo, from, until }: PromoFace<Promo>): Html =>
  html`<aside class="promo" aria-label="Promotion" data-swap ${faceTimes({ from, until })}><p><b>${promo.title}</b>${promo.text ? html`<span> | ${promo.text}</span>` : nothing}</p><a href="${promo.action.url}">${promo.action.label}</a></aside>`
