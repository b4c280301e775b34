import { scoreOfEvent, type ScoreOfEvent } from '../../league/public.ts'
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
  const score = await scoreOnAir(reading, events)
  return html`${faces.map((face) => ('quiet' in face ? quiet(face, brand) : eventBand(face, brand, score)))}`
}

/** Of the match at the event that the strip shows now: what readers may know of it. */
async function scoreOnAir(reading: Reading, [now]: readonly StripFace[]): Promise<Scored | null> {
  if (!now || !ON_AIR.has(now.phase) || !(await isModuleOn(reading, 'league'))) return null
  const score = await scoreOfEvent(reading, now.eventId)
  return score && { eventId: now.eventId, score }
}

interface Scored {
  eventId: string
  score: ScoreOfEvent
}

const quiet = (times: Quiet, brand: Brand): Html =>
  html`<aside class="strip strip-quiet" aria-label="${brand.name}" data-swap ${faceTimes(times)}><p class="strip-what">${brand.tagline}</p></aside>`

const ON_AIR = new Set<StripFace['phase']>(['live', 'paused'])
const LOUD = new Set<StripFace['phase']>(['live', 'starting-soon'])

const eventBand = (face: StripFace, brand: Brand, scored: Scored | null): Html =>
  html`<aside class="${ON_AIR.has(face.phase) ? 'strip is-live' : 'strip'}" aria-label="Live event" data-swap ${faceTimes(face)}><span class="tag-hot${LOUD.has(face.phase) ? '' : ' tag-plain'}">${face.label}</span><p class="strip-what"><a href="${face.path}"><b>${face.title}</b>${face.subtitle ? html`<span>${face.subtitle}</span>` : nothing}</a></p>${scoreBox(face, scored)}${call(face, brand)}</aside>`

/** Its figures have room for two digits, so that a point moves nothing. */
function scoreBox({ eventId, phase }: StripFace, scored: Scored | null): Html {
  if (!scored || scored.eventId !== eventId || !ON_AIR.has(phase)) return nothing
  const { path, words, sides } = scored.score
  const [first, second] = sides
  return html`<a class="strip-score" href="${path}" data-swap><span aria-hidden="true">${first.short} <b>${first.points}</b>–<b>${second.points}</b> ${second.short}</span><span class="sr">${words}</span></a>`
}

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
