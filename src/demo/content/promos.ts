import type { DemoPromo } from './demo-types.ts'

const hour = 3600
const day = 24 * hour

/** Windows are relative to the moment the demo starts. The collections of the shop have promos beside these. */
export const promos: DemoPromo[] = [
  {
    slug: 'penalty-box-61',
    title: 'The Penalty Box, Ep. 61',
    text: 'Carla Bostwick explains the call. All of them.',
    callToAction: { label: 'Listen Soon', url: '/events/penalty-box-carla-bostwick' },
    fromSeconds: 3 * hour,
    untilSeconds: 8 * hour,
    priority: 10,
  },
  {
    slug: 'season-four-passes',
    title: 'Long Count Passes',
    text: 'A bench seat, a pencil and a bell you may not touch',
    callToAction: { label: 'Save a Seat', url: '/events/bus-19-late-ferry-46' },
    fromSeconds: 9 * hour,
    untilSeconds: 4 * day,
    priority: 10,
  },
  {
    slug: 'sandwich-night',
    title: 'Sandwich Night',
    text: 'Every sandwich sold bought one for section nine',
    callToAction: { label: 'How It Went', url: '/stories/man-at-the-glass' },
    fromSeconds: -2 * day,
    untilSeconds: -1 * day,
    priority: 30,
  },
]
