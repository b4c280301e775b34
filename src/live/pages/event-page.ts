import { resolveAddress, addressTopic } from '../../platform/address-store.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { PageAnswer, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { brandClock, longTime } from '../../platform/brand-clock.ts'
import { calendarOf } from '../calendar.ts'
import { isId } from '../event.ts'
import { eventJsonLd } from '../event-json-ld.ts'
import type { EventView } from '../event-view.ts'
import { LABELS } from '../phase.ts'
import { readEvent } from '../read-events.ts'

export const eventPage = (siteUrl: string): PageRoute => ({
  path: '/events/:slug',
  module: 'live',
  build: async (reading, { slug = '' }) => {
    const view = await bySlug(reading, slug)
    return view ? { kind: 'page', content: await contentOf(reading, view, siteUrl) } : { kind: 'missing' }
  },
})

/** A page has one address: the id is not one. */
const bySlug = async (reading: Reading, slug: string): Promise<EventView | null> =>
  isId(slug) ? null : readEvent(reading, slug)

async function contentOf(reading: Reading, view: EventView, siteUrl: string) {
  const { details, path, phase } = view
  const when =
    phase.phase === 'postponed' ? 'Postponed' : longTime(await brandClock(reading), details.startsAt)
  return {
    title: details.title,
    description: [LABELS[phase.phase], details.subtitle, when].filter(Boolean).join(' · '),
    canonical: path,
    section: '/events',
    look: 'event',
    sheet: 'event-pages',
    jsonLd: eventJsonLd(view, siteUrl),
    head: html`<link rel="alternate" type="text/calendar" href="${path}.ics" title="${details.title}" />`,
    body: html`<article class="event-page">
      ${region(`event:${view.id}/panel`)}
      <div class="event-about">
        ${paragraphs(details.description)}
        ${view.show ? html`<p class="event-show">Part of <b>${view.show.title}</b></p>` : nothing}
        <p><a href="/events">All events</a></p>
      </div>
    </article>`,
  }
}

const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part}</p>`)}`

export const eventCalendar = (siteUrl: string): PageRoute => ({
  path: '/events/:slug.ics',
  module: 'live',
  build: async (reading, { slug = '' }) => {
    const view = await bySlug(reading, slug)
    return view ? calendar(view, siteUrl) : movedCalendar(reading, `/events/${slug}`)
  },
})

const calendar = (view: EventView, siteUrl: string): PageAnswer => ({
  kind: 'document',
  contentType: 'text/calendar; charset=utf-8',
  headers: { 'content-disposition': `attachment; filename="${view.slug}.ics"` },
  body: calendarOf(view.details.title, [view], siteUrl),
})

/** The calendar file moves and goes with its page. */
async function movedCalendar(reading: Reading, path: string): Promise<PageAnswer> {
  reading.topic(addressTopic(path))
  const address = await resolveAddress(reading, path)
  if (address.state === 'redirect') return { kind: 'moved', to: `${address.to}.ics`, permanent: true }
  return { kind: address.state === 'gone' ? 'gone' : 'missing' }
}
