import type { Person } from '../people/public.ts'
import type { Module } from '../platform/module.ts'
import type { Platform } from '../platform/platform.ts'
import { publicUrl } from '../platform/public-url.ts'
import { liveEndpoints } from './api.ts'
import type { DelayFollower } from './change-delay.ts'
import { findEvent, searchEvents } from './event-store.ts'
import { eventCalendar, eventPage } from './pages/event-page.ts'
import { eventsCalendar, eventsPage } from './pages/events-page.ts'
import { liveRegions } from './regions.ts'

export { createEvent } from './create-event.ts'
export { createShow } from './create-show.ts'
export { endEvent } from './end-event.ts'
export type { EventRecord } from './event.ts'
export { eventsForMatches } from './for-matches.ts'
export { findEventBySlug } from './event-store.ts'
export { toDeskJson } from './event-json.ts'
export { listDeskEvents, readEventPaths } from './read-events.ts'
export { listShows } from './show-store.ts'
export { type StripFace, stripFaces } from './strip-faces.ts'
export { updateEvent } from './update-event.ts'
export { NewEvent } from './wire.ts'

const CHOICES = 12
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `follow`: what trails with an event, such as a match played at it, is told when its delay changes. */
export function liveModule(p: Platform, follow?: DelayFollower): Module<Person> {
  const siteUrl = publicUrl(p)
  return {
    name: 'live',
    endpoints: liveEndpoints(p, follow),
    // The calendar goes first: its path would fit the page as well.
    pages: [eventsPage, eventsCalendar(siteUrl), eventCalendar(siteUrl), eventPage(siteUrl)],
    regions: liveRegions,
    cards: {
      regionOf: (id) => `event:${id}/card`,
      exists: async (source, id) => UUID.test(id) && (await findEvent(source, id)) !== undefined,
      // An id stands in the card that an editor has already put in.
      choices: async (source, text) => {
        const one = UUID.test(text) ? await findEvent(source, text) : undefined
        const events = one ? [one] : await searchEvents(source, text, CHOICES)
        return events.map(({ id, details }) => ({
          module: 'live',
          id,
          title: details.title,
          detail: details.subtitle,
        }))
      },
    },
  }
}
