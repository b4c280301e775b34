import { html, type Html, nothing } from '../platform/html.ts'
import { region } from '../platform/live/regions.ts'
import { type BrandClock, longTime, shortDate, shortTime, timeOfDay } from '../platform/brand-clock.ts'
import { collectionPath } from './collection.ts'
import type { CollectionView, ProductView } from './read-catalogue.ts'

const timeTag = (at: Date, words: string): Html => html`<time datetime="${at.toISOString()}">${words}</time>`

const DAY_MS = 86_400_000

/** "8:00 PM EST" within a day, with its weekday within six, else with its date. */
const when = (at: Date, now: Date, clock: BrandClock): Html =>
  timeTag(at, whenWords(at, (at.getTime() - now.getTime()) / DAY_MS, clock))

function whenWords(at: Date, days: number, clock: BrandClock): string {
  if (days < 1) return timeOfDay(clock, at)
  return days < 6 ? shortTime(clock, at) : shortDate(clock, at)
}

/** What is said of it from an instant on. Its times are announced: an open page goes from one to the next by itself. */
interface Face {
  until: Date | null
  label: Html | string
  hot: boolean
  /** Large: what is waited for. */
  big: Html
}

const countdown = (to: Date): Html =>
  html`<span class="num" data-countdown="${to.getTime()}" role="timer"></span>`

function facesOf(view: CollectionView, now: Date, clock: BrandClock): Face[] {
  const { opensAt, closesAt, phase } = view
  if (phase === 'paused')
    return [
      { until: closesAt, label: 'Paused', hot: false, big: html`Back in a moment` },
      ...over(view, clock),
    ]
  if (phase === 'closed') return over(view, clock)
  const open: Face = {
    until: closesAt,
    label: 'Open now',
    hot: true,
    big: closesAt ? html`Until ${when(closesAt, now, clock)}` : html`While it lasts`,
  }
  const coming: Face = {
    until: opensAt,
    label: html`Opens ${when(opensAt, now, clock)}`,
    hot: true,
    big: countdown(opensAt),
  }
  return [...(phase === 'announced' ? [coming] : []), open, ...over(view, clock)]
}

const over = ({ closesAt }: CollectionView, clock: BrandClock): Face[] =>
  closesAt
    ? [
        {
          until: null,
          label: 'Closed',
          hot: false,
          big: html`Closed ${timeTag(closesAt, shortDate(clock, closesAt))}`,
        },
      ]
    : []

/** The faces beside each other, those that do not hold now hidden. */
function faces(view: CollectionView, now: Date, clock: BrandClock): Html {
  let from: Date | null = null
  return html`${facesOf(view, now, clock).map((face) => {
    const times = html`${from ? html` data-from="${from.getTime()}" hidden` : nothing}${face.until ? html` data-until="${face.until.getTime()}"` : nothing}`
    from = face.until
    return html`<p class="drop-face" data-swap${times}><span class="tag-hot${face.hot ? '' : ' tag-plain'}">${face.label}</span> <b>${face.big}</b></p>`
  })}`
}

/** The head of a collection's page. */
export const collectionHead = (view: CollectionView, now: Date, clock: BrandClock): Html =>
  html`<header class="drop-head">${faces(view, now, clock)}<h1>${view.title}</h1>${view.description ? html`<p class="drop-words">${view.description}</p>` : nothing}<p class="small" data-swap>${timesWords(view, clock)}</p></header>`

/** The same words before, while and after: they keep their lines. */
const timesWords = ({ opensAt, closesAt }: CollectionView, clock: BrandClock): Html =>
  html`From ${timeTag(opensAt, longTime(clock, opensAt))}${closesAt ? html` until ${timeTag(closesAt, longTime(clock, closesAt))}` : nothing}`

/** A collection in a list, and in a story: its name and what the clock says of it. */
export const collectionBand = (
  view: CollectionView,
  now: Date,
  clock: BrandClock,
  level: 'h2' | 'p' = 'h2',
): Html =>
  html`<div class="drop-band">${faces(view, now, clock)}${level === 'h2' ? html`<h2>${nameLink(view)}</h2>` : html`<p class="shop-card-name">${nameLink(view)}</p>`}</div>`

const nameLink = (view: CollectionView): Html => html`<a href="${collectionPath(view)}">${view.title}</a>`

/** Each tile is a region of its own: what sells sends its tile alone. */
export const tilesHtml = (views: readonly Pick<ProductView, 'id'>[]): Html =>
  html`<ul class="tiles">${views.map(({ id }) => html`<li>${region(`product:${id}/tile`)}</li>`)}</ul>`

/** As many shut boxes as a shelf has places, whatever is behind them: opening it moves nothing. */
export const shutTiles = (places: number): Html =>
  html`<ul class="tiles" aria-hidden="true">${Array.from({ length: places }, () => html`<li><div class="tile"><div class="pic pic-1x1 shut">?</div><p class="tile-name"></p><p class="tile-price"></p><p class="bar"></p><p class="tile-note"></p></div></li>`)}</ul>`
