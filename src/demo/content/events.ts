import type { DemoEvent, DemoShow } from './demo-types.ts'

export const shows: DemoShow[] = [
  {
    slug: 'the-long-count-live',
    name: 'The Long Count Live',
    description: 'Twelve rounds of trivia with a bell, a bench and a crowd. Hosted by Bea Lundgren.',
  },
  {
    slug: 'late-horn-tonight',
    name: 'Late Horn Tonight',
    description: 'The paper, out loud: two writers, one desk and whatever came in the mail.',
  },
  {
    slug: 'the-penalty-box',
    name: 'The Penalty Box',
    description: 'A podcast recorded in an actual penalty box. Guests may not leave until the clock says so.',
  },
]

const minute = 60
const hour = 60 * minute
const day = 24 * hour

type Told = Pick<DemoEvent, 'slug' | 'title' | 'subtitle'>

const past = (told: Told, show: string, daysAgo: number, finalWords: string): DemoEvent => ({
  ...told,
  show,
  startsInSeconds: -daysAgo * day,
  announceBeforeSeconds: 2 * day,
  soonBeforeSeconds: 30 * minute,
  plannedMinutes: 90,
  callToAction: { label: 'Catch Up Now', url: `/events/${told.slug}` },
  delaySeconds: 10,
  state: 'ended',
  stripPriority: 0,
  finalWords,
})

/** Ends with its match, and says its score. */
const decided = (told: Told, daysAgo: number): DemoEvent => ({
  ...past(told, 'the-long-count-live', daysAgo, ''),
  state: 'match',
})

const coming = (told: Told, show: string, startsInSeconds: number, plannedMinutes: number): DemoEvent => ({
  ...told,
  show,
  startsInSeconds,
  announceBeforeSeconds: 8 * hour,
  soonBeforeSeconds: 20 * minute,
  plannedMinutes,
  callToAction: { label: 'Watch Now', url: `/events/${told.slug}` },
  delaySeconds: 10,
  state: 'coming',
  stripPriority: 0,
})

const league = (match: number): string => `Match ${match}, Season 4 - The Long Count Trivia League`

export const runningEvent: DemoEvent = {
  slug: 'late-horn-tonight-the-tape',
  show: 'late-horn-tonight',
  title: 'The Tape, Line by Line',
  subtitle: 'Late Horn Tonight - June Aldous and Imani Frost take your questions',
  startsInSeconds: -35 * minute,
  announceBeforeSeconds: 6 * hour,
  soonBeforeSeconds: 20 * minute,
  plannedMinutes: 75,
  callToAction: { label: 'Watch Now', url: '/events/late-horn-tonight-the-tape' },
  delaySeconds: 0,
  state: 'live',
  stripPriority: 0,
}

/** Flips to "Starting Soon" 45 seconds after the demo starts and goes live a minute later. */
export const flippingEvent: DemoEvent = {
  slug: 'harbor-city-night-owls-45',
  show: 'the-long-count-live',
  title: 'Harbor City vs. The Night Owls',
  subtitle: league(45),
  startsInSeconds: 105,
  announceBeforeSeconds: 12 * hour,
  soonBeforeSeconds: 60,
  plannedMinutes: 90,
  callToAction: { label: 'Watch Now', url: '/events/harbor-city-night-owls-45' },
  delaySeconds: 0,
  state: 'coming',
  stripPriority: 10,
}

const live = 'the-long-count-live'
const tonight = 'late-horn-tonight'
const box = 'the-penalty-box'

/** The match that is on when the demo starts. */
export const matchNight: DemoEvent = {
  ...runningEvent,
  slug: 'third-shift-bottom-shelf-49',
  show: live,
  title: 'Third Shift vs. The Bottom Shelf',
  subtitle: `${league(49)} - moved up, the kitchen needs the table`,
  startsInSeconds: -8 * minute,
  plannedMinutes: 90,
  callToAction: { label: 'Watch Now', url: '/events/third-shift-bottom-shelf-49' },
}

export const events: DemoEvent[] = [
  runningEvent,
  matchNight,
  flippingEvent,
  coming(
    {
      slug: 'penalty-box-carla-bostwick',
      title: 'Two Minutes with Carla Bostwick',
      subtitle: 'The Penalty Box - Episode 61, recorded before a live scorekeeper',
    },
    box,
    5 * hour,
    50,
  ),
  coming(
    {
      slug: 'bus-19-late-ferry-46',
      title: 'Bus 19 vs. Late Ferry',
      subtitle: `${league(46)} - somebody has to arrive`,
    },
    live,
    day,
    90,
  ),
  coming(
    {
      slug: 'late-horn-tonight-mustard',
      title: 'The Mustard Hearings',
      subtitle: 'Late Horn Tonight - Tilly Okafor under oath',
    },
    tonight,
    2 * day + 2 * hour,
    60,
  ),
  coming(
    {
      slug: 'salt-vinegar-cold-cuts-47',
      title: 'Salt & Vinegar vs. Cold Cuts',
      subtitle: `${league(47)} - the lunch derby`,
    },
    live,
    7 * day,
    90,
  ),
  coming(
    {
      slug: 'grandmas-atlas-neutral-zone-48',
      title: 'Grandma’s Atlas vs. The Neutral Zone',
      subtitle: league(48),
    },
    live,
    14 * day,
    90,
  ),
  decided(
    {
      slug: 'third-shift-county-assessors-43',
      title: 'Third Shift vs. The County Assessors',
      subtitle: `${league(43)} - decided on the bell, on a river`,
    },
    2,
  ),
  past(
    {
      slug: 'penalty-box-teddy-wojnar',
      title: 'The Man Who Drives Marjorie',
      subtitle: 'The Penalty Box - Episode 60, with Teddy Wojnar',
    },
    box,
    9,
    'Teddy served his full time. Episode 60 is out.',
  ),
  decided(
    {
      slug: 'night-owls-bottom-shelf-42',
      title: 'The Night Owls vs. The Bottom Shelf',
      subtitle: `${league(42)} - Pim knew the moons`,
    },
    10,
  ),
  past(
    {
      slug: 'late-horn-tonight-section-nine',
      title: 'What Happened in Section Nine',
      subtitle: 'Late Horn Tonight - the first night',
    },
    tonight,
    4,
    'Ended at 11:58. Walt Deacon is awake and asking for a sandwich.',
  ),
  decided(
    {
      slug: 'bus-19-substitute-teachers-44',
      title: 'Bus 19 vs. The Substitute Teachers',
      subtitle: `${league(44)} - they were late, they were very late`,
    },
    1,
  ),
  decided(
    {
      slug: 'harbor-city-grandmas-atlas-41',
      title: 'Harbor City vs. Grandma’s Atlas',
      subtitle: `${league(41)} - on a country that no longer exists`,
    },
    23,
  ),
  past(
    {
      slug: 'penalty-box-organ',
      title: 'Who Has the Organ?',
      subtitle: 'The Penalty Box - Episode 58, with Sol Brandvold',
    },
    box,
    33,
    'Nobody confessed. Sol hummed.',
  ),
  decided(
    {
      slug: 'late-ferry-salt-vinegar-40',
      title: 'Late Ferry vs. Salt & Vinegar',
      subtitle: `${league(40)} - the ferry was on time`,
    },
    44,
  ),
  past(
    {
      slug: 'late-horn-tonight-zero',
      title: 'A Number for Agnes',
      subtitle: 'Late Horn Tonight - from center ice',
    },
    tonight,
    71,
    'Number zero is in the rafters. Thank you for staying on the line.',
  ),
  past(
    {
      slug: 'season-four-opening-bell',
      title: 'The Opening Bell',
      subtitle: 'Season 4 draw - The Long Count Trivia League',
    },
    live,
    118,
    'Twelve teams, one bell. The draw is on the wall, and on Otis’s napkin.',
  ),
]
