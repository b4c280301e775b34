import type { BrandClock } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { labelHtml, sayHtml, sideMark } from './league-html.ts'
import { faceOf, hasScore, toldOf, whereWords } from './match-words.ts'
import type { LinedUp, PublicMatchJson } from './wire.ts'

/** The match within a story: who, how it stands, where it is. */
export const matchCard = (match: PublicMatchJson, clock: BrandClock): Html =>
  html`<aside class="match-card" aria-label="Match">
    <p class="match-card-bar" data-swap>${labelHtml(toldOf(match))}<span>${match.subtitle}</span></p>
    <p class="match-card-sides"><a href="${match.path}">${match.sides.map((side, i) => sideLine(match, side, i))}</a></p>
    <p class="match-card-say" data-swap>${nowWords(match, clock)}</p>
  </aside>`

const sideLine = (match: PublicMatchJson, side: LinedUp, i: number): Html =>
  html`<span class="match-card-side"><span>${sideMark(side)}${side.name}</span> <b data-swap data-tick>${scoreOf(match, i)}</b></span>`

const scoreOf = (match: PublicMatchJson, i: number): number | null =>
  hasScore(toldOf(match)) ? (match.state?.sides[i]?.points ?? null) : null

/** Where a running match is, else what is to be said of it. */
export function nowWords(match: PublicMatchJson, clock: BrandClock): Html {
  const told = toldOf(match)
  return match.state && faceOf(told) === 'live' ? html`${whereWords(match.state)}` : sayHtml(told, clock)
}

/** One line for whatever shows the event that the match belongs to, which says itself when it begins. It has its height before the first point as well. */
export function eventScore(match: PublicMatchJson, clock: BrandClock): Html {
  const [first, second] = match.sides
  const score = hasScore(toldOf(match))
    ? html`<b class="num">${scoreOf(match, 0)} – ${scoreOf(match, 1)}</b>`
    : html`<b>vs.</b>`
  const words = match.state?.phase === 'scheduled' ? nothing : nowWords(match, clock)
  return html`<p class="event-score" data-swap><a href="${match.path}">${first.name} ${score} ${second.name}</a> <span>${words}</span></p>`
}
