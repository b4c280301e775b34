import type { BrandClock } from '../platform/brand-clock.ts'
import { type Html, html, nothing } from '../platform/html.ts'
import { labelHtml, sideMark } from './league-html.ts'
import { nowWords } from './match-card-html.ts'
import { toldOf } from './match-words.ts'
import { chipsHtml, sidesHtml } from './scoreboard-html.ts'
import type { PublicMatchJson, Standing } from './wire.ts'

/** The match that is on, or next, or was last: small enough for the front page, in one box of fixed height. */
export const matchNow = (match: PublicMatchJson, clock: BrandClock): Html =>
  html`<article class="board board-now" aria-label="${match.title}">
    <p class="live-bar" data-swap>${labelHtml(toldOf(match))}<span class="live-of">${match.subtitle}</span><a class="event-action" href="${match.path}">${match.state && match.state.phase !== 'scheduled' ? 'Follow it' : 'The match'}</a></p>
    ${sidesHtml(match)}
    ${chipsHtml(match)}
    <p class="board-say" data-swap>${nowWords(match, clock)}</p>
  </article>`

/** Who leads the table; nothing while it is held back. */
export const topOfTable = (standings: readonly Standing[] | null, path: string): Html =>
  standings === null || standings.length === 0
    ? nothing
    : html`<ol class="top-three" aria-label="Top of the table">${standings
        .slice(0, 3)
        .map(
          ({ rank, side, record, average }) =>
            html`<li data-swap><span class="top-rank">${rank}</span><span><a href="${path}">${sideMark(side)}${side.name}</a><small>${record} · ${average.toFixed(1)} a match</small></span></li>`,
        )}</ol>`
