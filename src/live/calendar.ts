import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator'
import type { EventView } from './event-view.ts'
import { plannedEnd } from './phase.ts'

/** A calendar of events as their readers know them. `siteUrl` is the site's address, without a slash at its end. */
export function calendarOf(name: string, views: readonly EventView[], siteUrl: string): string {
  const calendar = ical({ name, prodId: { company: 'Pressbox', product: 'Events', language: 'EN' } })
  for (const view of views) addEvent(calendar, view, siteUrl)
  return calendar.toString()
}

/** Times are written in UTC: every calendar shows them in its owner's zone, and no zone's rules have to be sent. */
function addEvent(calendar: ICalCalendar, view: EventView, siteUrl: string): void {
  const { details, phase } = view
  const url = siteUrl + view.path
  const watch = details.watchUrl ?? url
  calendar.createEvent({
    // Of the event alone, so that an update finds its entry wherever the site moves to.
    id: `${view.id}@pressbox`,
    sequence: view.revision,
    stamp: view.changedAt,
    start: details.startsAt,
    end: plannedEnd(details),
    summary: phase.phase === 'postponed' ? `Postponed: ${details.title}` : details.title,
    description: [details.subtitle, details.description, phase.words, url].filter(Boolean).join('\n\n'),
    location: watch.startsWith('/') ? siteUrl + watch : watch,
    url,
    status: statusOf(view),
  })
}

/** Without a date there is no place in a calendar: the old one is taken out, and a new date brings it back. */
const statusOf = ({ phase }: EventView): ICalEventStatus =>
  phase.phase === 'cancelled' || phase.phase === 'postponed'
    ? ICalEventStatus.CANCELLED
    : ICalEventStatus.CONFIRMED
