import { type Html, html, nothing } from '../platform/html.ts'
import { type BrandClock, longDay, timeOfDay } from '../platform/brand-clock.ts'
import { labelHtml, sayHtml, timeTag } from './event-html.ts'
import type { EventView } from './event-view.ts'

const rowHtml = (view: EventView, aside: Html): Html => html`<li class="event-row">
  <span class="event-row-when">${aside}</span>
  <span class="event-row-what">
    <a href="${view.path}">${view.details.title}</a>
    <span class="event-subtitle">${view.details.subtitle}</span>
    ${view.phase.words ? html`<span class="event-row-words">${view.phase.words}</span>` : nothing}
  </span>
</li>`

export const nowList = (views: EventView[], clock: BrandClock): Html =>
  views.length === 0
    ? html`<p class="event-none">Nothing is live right now.</p>`
    : html`<ul class="event-list">${views.map((view) =>
        rowHtml(view, html`${labelHtml(view.phase)} ${sayHtml(view, { ...view.phase, words: '' }, clock)}`),
      )}</ul>`

/** By day, in the zone of the brand; what has no date stands at the end. */
export function comingList(views: EventView[], clock: BrandClock): Html {
  if (views.length === 0) return html`<p class="event-none">Nothing has been announced yet.</p>`
  const days = Map.groupBy(views, (view) => dayOf(view, clock))
  const undated = days.get(UNDATED)
  days.delete(UNDATED)
  const all = [...days, ...(undated ? [[UNDATED, undated] as const] : [])]
  return html`${all.map(
    ([day, events]) => html`<h3 class="event-day">${day}</h3>
      <ul class="event-list">${events.map((view) => rowHtml(view, comingAside(view, clock)))}</ul>`,
  )}`
}

const UNDATED = 'Date to be announced'

const dayOf = ({ phase, details }: EventView, clock: BrandClock): string =>
  phase.phase === 'postponed' ? UNDATED : longDay(clock, details.startsAt)

const comingAside = (view: EventView, clock: BrandClock): Html =>
  view.phase.phase === 'postponed'
    ? labelHtml(view.phase)
    : timeTag(view.details.startsAt, timeOfDay(clock, view.details.startsAt))

export function pastList(views: EventView[], next: string | null, clock: BrandClock): Html {
  if (views.length === 0) return html`<p class="event-none">Nothing is over yet.</p>`
  const cancelled = (view: EventView) => (view.phase.phase === 'cancelled' ? labelHtml(view.phase) : nothing)
  return html`<ul class="event-list">${views.map((view) =>
    rowHtml(
      view,
      html`${timeTag(view.details.startsAt, longDay(clock, view.details.startsAt))} ${cancelled(view)}`,
    ),
  )}</ul>
    ${next ? html`<p class="event-older"><a rel="next" href="/events?after=${next}">Older events</a></p>` : nothing}`
}
