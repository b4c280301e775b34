import { html } from '../../platform/html.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import { brandClock } from '../../platform/brand-clock.ts'
import { calendarOf } from '../calendar.ts'
import { pastList } from '../event-lists.ts'
import { parseCursor, readOpenEvents, readPastEvents } from '../read-events.ts'
import { PAST_ON_PAGE } from '../regions.ts'

const DESCRIPTION = 'What is live now, what is coming, and what has been.'
const PAST_IN_CALENDAR = 50

export const eventsPage: PageRoute = {
  path: '/events',
  module: 'live',
  query: ['after'],
  build: async (reading, _params, { after }) => {
    if (after === undefined) return { kind: 'page', content: first() }
    const cursor = parseCursor(after)
    if (!cursor) return { kind: 'missing' }
    const past = await readPastEvents(reading, PAST_ON_PAGE, cursor)
    if (past.items.length === 0) return { kind: 'missing' }
    return { kind: 'page', content: older(after, pastList(past.items, past.next, await brandClock(reading))) }
  },
}

const CALENDAR_LINK = html`<link rel="alternate" type="text/calendar" href="/events.ics" title="Events" />`
const common = {
  description: DESCRIPTION,
  section: '/events',
  look: 'events',
  sheet: 'event-pages',
  head: CALENDAR_LINK,
}

const first = () => ({
  ...common,
  title: 'Live',
  canonical: '/events',
  body: html`<div class="events-page">
    <h1 class="events-head">Live</h1>
    <section aria-labelledby="events-now"><h2 id="events-now">Now</h2>${region('events/now')}</section>
    <section aria-labelledby="events-coming"><h2 id="events-coming">Coming</h2>${region('events/coming')}
      <p class="event-feed"><a href="/events.ics">All of it in your calendar</a></p></section>
    <section aria-labelledby="events-past"><h2 id="events-past">Before</h2>${region('events/past')}</section>
  </div>`,
})

const older = (after: string, list: ReturnType<typeof pastList>) => ({
  ...common,
  title: 'Live: older events',
  canonical: `/events?after=${encodeURIComponent(after)}`,
  noindex: true,
  body: html`<div class="events-page">
    <h1 class="events-head"><a href="/events">Live</a></h1>
    <section aria-labelledby="events-past"><h2 id="events-past">Before</h2>${list}</section>
  </div>`,
})

export const eventsCalendar = (siteUrl: string): PageRoute => ({
  path: '/events.ics',
  module: 'live',
  build: async (reading) => {
    const open = await readOpenEvents(reading)
    const past = await readPastEvents(reading, PAST_IN_CALENDAR, null)
    const views = [...new Map([...past.items, ...open].map((view) => [view.id, view])).values()]
    return {
      kind: 'document',
      contentType: 'text/calendar; charset=utf-8',
      body: calendarOf('Events', views, siteUrl),
    }
  },
})
