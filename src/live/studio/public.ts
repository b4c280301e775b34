import type { Screen } from '../../kit/screen.ts'

export { useLiveTonight } from './use-live-tonight.ts'

export const liveScreens: readonly Screen[] = [
  {
    path: '/events',
    title: 'Events',
    right: 'studio.open',
    module: 'live',
    nav: { group: 'desk', order: 20, shortcut: 'g e' },
    load: async () => (await import('./events-screen.tsx')).EventsScreen,
  },
  {
    path: '/events/new',
    title: 'New event',
    right: 'event.manage',
    module: 'live',
    load: async () => (await import('./new-event-screen.tsx')).NewEventScreen,
  },
  {
    path: '/events/$id',
    title: 'Event',
    right: 'studio.open',
    module: 'live',
    load: async () => (await import('./event-screen.tsx')).EventScreen,
  },
  {
    path: '/shows',
    title: 'Shows',
    right: 'event.manage',
    module: 'live',
    load: async () => (await import('./shows-screen.tsx')).ShowsScreen,
  },
]
