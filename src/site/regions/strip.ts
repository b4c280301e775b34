import { type StripFace, stripFaces } from '../../live/public.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { isModuleOn } from '../module-switch.ts'
import type { Brand } from '../wire.ts'
import { type FaceTimes, faceTimes, fillGaps } from './faces.ts'

type Quiet = FaceTimes & { quiet: true }
type Face = StripFace | Quiet

/** The strip: every announced face beside the others, those that do not hold now hidden. Between events it says who we are. */
export async function strip(reading: Reading): Promise<Html> {
  const brand = await brandOf(reading)
  const events = (await isModuleOn(reading, 'live')) ? await stripFaces(reading) : []
  const faces = fillGaps<Face>(events, (times) => ({ ...times, quiet: true }))
  for (const { from, until } of faces) {
    reading.until(from)
    reading.until(until)
  }
  return html`${faces.map((face) => ('quiet' in face ? quiet(face, brand) : eventBand(face, brand)))}`
}

const quiet = (times: Quiet, brand: Brand): Html =>
  html`<p class="strip strip-quiet" data-swap ${faceTimes(times)}><span class="strip-what">${brand.tagline}</span></p>`

const ON_AIR = new Set<StripFace['phase']>(['live', 'paused'])
const LOUD = new Set<StripFace['phase']>(['live', 'starting-soon'])

const eventBand = (face: StripFace, brand: Brand): Html =>
  html`<aside class="${ON_AIR.has(face.phase) ? 'strip is-live' : 'strip'}" aria-label="Live event" data-swap ${faceTimes(face)}><span class="tag-hot${LOUD.has(face.phase) ? '' : ' tag-plain'}">${face.label}</span><p class="strip-what"><a href="${face.path}"><b>${face.title}</b>${face.subtitle ? html`<span>${face.subtitle}</span>` : nothing}</a></p>${call(face, brand)}</aside>`

function call({ action, words, countdownTo }: StripFace, brand: Brand): Html {
  if (action) return html`<a class="strip-do" href="${action.href}">${action.label}</a>`
  if (countdownTo)
    return html`<span class="strip-do" data-countdown="${countdownTo.getTime()}">${clockTime(countdownTo, brand)}</span>`
  return words ? html`<span class="strip-do">${words}</span>` : nothing
}

/** What stands there until the script counts down. */
const clockTime = (at: Date, { locale, timeZone }: Brand): string =>
  new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  )
