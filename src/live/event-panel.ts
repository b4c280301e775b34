import { type Html, html, nothing } from '../platform/html.ts'
import { region } from '../platform/live/regions.ts'
import { type BrandClock } from '../platform/brand-clock.ts'
import { actionHtml, bigHtml, labelHtml, phaseFaces, whenHtml } from './event-html.ts'
import type { EventView } from './event-view.ts'
import { isOver, type PhaseView } from './phase.ts'

/**
 * The head of an event's page: phase, title, when, what to do. Its lines keep their heights in every phase. No other part is a
 * `div` before them: morphing could take it for a face and move it.
 */
export const eventPanel = (view: EventView, now: Date, clock: BrandClock): Html =>
  html`<section class="event-panel">
    ${phaseFaces(
      view,
      now,
      (
        phase,
      ) => html`<p class="live-bar">${labelHtml(phase)}<span class="live-of">${view.show?.title}</span></p>
          ${bigHtml(view, phase, clock)}`,
    )}
    <h1 class="event-title" data-hold>${view.details.title}</h1>
    <p class="event-subtitle" data-hold>${view.details.subtitle}</p>
    ${scorePlace(view)}
    ${whenHtml(view, view.phase, clock)}
    <footer class="event-do">
      ${isOver(view.phase) ? html`<a class="event-calendar" href="/events">All events</a>` : html`<a class="event-calendar" href="${view.path}.ics">Add to calendar</a>`}
      ${phaseFaces(view, now, (phase) => watchHtml(view, phase))}
    </footer>
  </section>`

/** The score of what is played at the event, by whoever keeps scores. */
export const scorePlace = ({ id }: EventView): Html => region(`event-score:${id}`)

/** On its own page only a live event has something to go to; when it is over, what there is to watch again. */
function watchHtml(view: EventView, phase: PhaseView): Html {
  const { watchUrl } = view.details
  if (phase.phase === 'live' && (view.details.action ?? watchUrl)) return actionHtml(view, phase)
  if (phase.phase === 'ended' && watchUrl)
    return html`<a class="event-action" href="${watchUrl}">Watch it again</a>`
  return nothing
}
