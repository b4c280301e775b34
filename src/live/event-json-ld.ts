import type { BreadcrumbList, Event, WithContext } from 'schema-dts'
import { isoInZone } from '../platform/brand-clock.ts'
import type { EventView } from './event-view.ts'
import { plannedEnd } from './phase.ts'

/** The event as search engines read it, as its readers know it. */
export function eventJsonLd(view: EventView, siteUrl: string): object[] {
  const { details, show } = view
  const url = siteUrl + view.path
  const inZone = (at: Date): string => isoInZone(at, details.zone)
  const event: Omit<WithContext<Event>, '@context'> = {
    '@type': 'Event',
    '@id': `${url}#event`,
    name: details.title,
    description: details.description || details.subtitle || details.title,
    url,
    startDate: inZone(details.startsAt),
    endDate: inZone(plannedEnd(details)),
    eventStatus: `https://schema.org/${statusOf(view)}`,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: absolute(details.watchUrl ?? view.path, siteUrl) },
    ...(details.movedFrom && { previousStartDate: inZone(details.movedFrom) }),
    ...(show && { superEvent: { '@type': 'EventSeries', name: show.title } }),
  }
  return [event, breadcrumbs(view, siteUrl)]
}

const absolute = (href: string, siteUrl: string): string => (href.startsWith('/') ? siteUrl + href : href)

type Status = 'EventScheduled' | 'EventPostponed' | 'EventCancelled' | 'EventRescheduled'

function statusOf({ phase, details }: EventView): Status {
  if (phase.phase === 'cancelled') return 'EventCancelled'
  if (phase.phase === 'postponed') return 'EventPostponed'
  return details.movedFrom ? 'EventRescheduled' : 'EventScheduled'
}

const breadcrumbs = (view: EventView, siteUrl: string): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [
    { '@type': 'ListItem', position: 1, name: 'Home', item: `${siteUrl}/` },
    { '@type': 'ListItem', position: 2, name: 'Live', item: `${siteUrl}/events` },
    { '@type': 'ListItem', position: 3, name: view.details.title, item: siteUrl + view.path },
  ],
})
