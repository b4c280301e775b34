import { type Html, html, nothing } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { RegionRenderer } from '../platform/live/regions.ts'
import { brandClock } from '../platform/brand-clock.ts'
import { chooseStrip } from './choose-strip.ts'
import { isId } from './event.ts'
import { actionHtml, labelHtml, phaseFaces, sayHtml } from './event-html.ts'
import type { EventView } from './event-view.ts'
import { comingList, nowList, pastList } from './event-lists.ts'
import { eventPanel, scorePlace } from './event-panel.ts'
import { isOver } from './phase.ts'
import { comingOf, nowOf, readEvent, readOpenEvents, readPastEvents } from './read-events.ts'

const COMING_ON_FRONT = 4
export const PAST_ON_PAGE = 20

type Clock = Awaited<ReturnType<typeof brandClock>>

/** The panel of the front page: what is live, else what comes next, else what was last. */
async function nowPanel(reading: Reading): Promise<Html | null> {
  const clock = await brandClock(reading)
  const open = await readOpenEvents(reading)
  const main = (await mainOf(reading, open)) ?? null
  if (!main) return null
  const others = nowOf(open).filter(({ id }) => id !== main.id).length
  const more = others > 0 ? html`<a class="live-more" href="/events">+${others} more</a>` : nothing
  return html`<section class="live-panel" aria-label="Live">
    ${phaseFaces(
      main,
      reading.now,
      (
        phase,
      ) => html`<p class="live-bar">${labelHtml(phase)}<span class="live-of">${main.show?.title}</span>${more}${actionHtml(main, phase)}</p>
        <h2 class="live-title"><a href="${main.path}">${main.details.title}</a></h2>
        <p class="live-words"><span class="live-subtitle">${main.details.subtitle}</span>${sayHtml(main, phase, clock)}</p>`,
    )}
  </section>`
}

async function mainOf(reading: Reading, open: EventView[]): Promise<EventView | undefined> {
  const chosen = chooseStrip(
    open.map(({ id, seen }) => ({ id, ...seen })),
    reading.now,
  )
  const onStrip = open.find(({ id }) => id === chosen?.event.id)
  if (onStrip) return onStrip
  return nowOf(open)[0] ?? comingOf(open)[0] ?? (await readPastEvents(reading, 1, null)).items[0]
}

async function comingPanel(reading: Reading): Promise<Html | null> {
  const clock = await brandClock(reading)
  const coming = comingOf(await readOpenEvents(reading)).slice(0, COMING_ON_FRONT)
  if (coming.length === 0) return null
  return html`<ul class="live-coming" data-swap>${coming.map(
    (view) => html`<li>
      ${sayHtml(view, view.phase, clock)}
      <a href="${view.path}">${view.details.title}</a>
      <span class="event-subtitle">${view.details.subtitle}</span>
    </li>`,
  )}</ul>`
}

async function card(reading: Reading, id: string): Promise<Html | null> {
  const view = isId(id) ? await readEvent(reading, id) : null
  if (!view) return null
  const clock = await brandClock(reading)
  return html`<aside class="event-card" aria-label="Event">
    ${phaseFaces(
      view,
      reading.now,
      (phase) => html`<p class="live-bar">${labelHtml(phase)}${sayHtml(view, phase, clock)}</p>
      <p class="event-card-title"><a href="${view.path}">${view.details.title}</a></p>
      <p class="live-words"><span class="live-subtitle">${view.details.subtitle}</span>${actionHtml(view, phase)}</p>`,
    )}
    ${scorePlace(view)}
  </aside>`
}

async function panel(reading: Reading, id: string): Promise<Html | null> {
  const view = isId(id) ? await readEvent(reading, id) : null
  return view && eventPanel(view, reading.now, await brandClock(reading))
}

async function past(reading: Reading): Promise<Html> {
  const clock = await brandClock(reading)
  const closed = await readPastEvents(reading, PAST_ON_PAGE, null)
  // Reopened a moment ago, but readers do not know that yet: they still find it here.
  const known = new Set(closed.items.map(({ id }) => id))
  const still = (await readOpenEvents(reading)).filter(({ id, phase }) => isOver(phase) && !known.has(id))
  return pastList([...still, ...closed.items], closed.next, clock)
}

const list =
  (draw: (views: EventView[], clock: Clock) => Html): RegionRenderer =>
  async (reading) =>
    draw(await readOpenEvents(reading), await brandClock(reading))

export const liveRegions: Record<string, RegionRenderer> = {
  'live/now': nowPanel,
  'live/coming': comingPanel,
  'event:*/panel': panel,
  'event:*/card': card,
  'events/now': list((views, clock) => nowList(nowOf(views), clock)),
  'events/coming': list((views, clock) => comingList(comingOf(views), clock)),
  'events/past': past,
}
