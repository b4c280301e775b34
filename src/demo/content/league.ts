/** Three who play and one on the bench. */
type Players = readonly [string, string, string, string]

export interface DemoSide {
  key: string
  name: string
  short: string
  colour: string
  players: Players
}

const side = (key: string, name: string, short: string, colour: string, players: Players): DemoSide => ({
  key,
  name,
  short,
  colour,
  players,
})

export const season = {
  slug: 'season-4',
  name: 'Season 4',
  description:
    'The Long Count Trivia League, season 4: twelve sides, twelve rounds, one bell that Otis will not let anybody touch.',
}

export const sides: DemoSide[] = [
  side('harbor', 'Harbor City', 'HC', '#0b5fff', [
    'Dory Kessler',
    'Anselm Pike',
    'Big Lou Ferrante',
    'Wren Tally',
  ]),
  side('owls', 'The Night Owls', 'NO', '#6d3bd1', [
    'Pim Achterberg',
    'Odile Marsh',
    'Fitz Calloway',
    'Sunny Rao',
  ]),
  side('bus', 'Bus 19', 'B19', '#e0a100', [
    'Marguerite Oyelaran',
    'Theo Vasquez',
    'Ike Standish',
    'The Driver',
  ]),
  side('subs', 'The Substitute Teachers', 'SUB', '#1f8a5b', [
    'Mr. Abernathy',
    'Ms. Quill',
    'Coach Renner',
    'Mrs. Oyelaran',
  ]),
  side('ferry', 'Late Ferry', 'LF', '#0e7c86', ['Captain Joan', 'Rigo Mello', 'Petra Lind', 'Deckhand Sam']),
  side('vinegar', 'Salt & Vinegar', 'S&V', '#b5451b', [
    'Nell Crisp',
    'Hamish Tate',
    'Bo Lindqvist',
    'Ada Fry',
  ]),
  side('cuts', 'Cold Cuts', 'CC', '#c2255c', ['Sal Mortadella', 'Kit Brandt', 'Dee Pastrana', 'Young Sal']),
  side('atlas', 'Grandma’s Atlas', 'GA', '#7a4b1e', [
    'Grandma Ruth',
    'Ilya Brandt',
    'Fern Whitlock',
    'Cousin Theo',
  ]),
  side('neutral', 'The Neutral Zone', 'NZ', '#495057', [
    'Heidi Amstutz',
    'Marc Vogel',
    'Lena Roth',
    'Uli Frey',
  ]),
  side('third', 'Third Shift', '3S', '#203a8f', [
    'Gus Pruitt',
    'Nadia Flores',
    'Earl Tompkins',
    'Rosalind Key',
  ]),
  side('county', 'The County Assessors', 'CA', '#5c7d0c', [
    'Dell Ames',
    'Priya Nair',
    'Warren Buckle',
    'Lot 14',
  ]),
  side('shelf', 'The Bottom Shelf', 'BS', '#8a1538', ['Cora Finch', 'Jude Okoro', 'Mac Delaney', 'Tiny']),
]

export interface DemoMatch {
  number: number
  sides: readonly [string, string]
  /** Relative to the moment the demo starts; negative is past. */
  startsInSeconds: number
  /** What is drawn from it plays the match out. */
  seed: number
  /** Slug of the event that it is played in. */
  event?: string
}

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

const played = (
  number: number,
  a: string,
  b: string,
  daysAgo: number,
  seed: number,
  event?: string,
): DemoMatch => ({
  number,
  sides: [a, b],
  startsInSeconds: -daysAgo * DAY,
  seed,
  ...(event && { event }),
})

/** Half a season. */
export const playedMatches: DemoMatch[] = [
  played(27, 'harbor', 'bus', 72, 1),
  played(28, 'owls', 'cuts', 70, 2),
  played(29, 'third', 'atlas', 66, 3),
  played(30, 'ferry', 'county', 65, 4),
  played(31, 'vinegar', 'neutral', 63, 5),
  played(32, 'shelf', 'subs', 59, 6),
  played(33, 'bus', 'third', 58, 7),
  played(34, 'harbor', 'county', 56, 8),
  played(35, 'owls', 'ferry', 52, 9),
  played(36, 'cuts', 'subs', 51, 10),
  played(37, 'neutral', 'shelf', 49, 11),
  played(38, 'atlas', 'vinegar', 46, 12),
  played(39, 'county', 'bus', 45, 13),
  played(40, 'ferry', 'vinegar', 44, 14, 'late-ferry-salt-vinegar-40'),
  played(41, 'harbor', 'atlas', 23, 15, 'harbor-city-grandmas-atlas-41'),
  played(42, 'owls', 'shelf', 10, 16, 'night-owls-bottom-shelf-42'),
  played(43, 'third', 'county', 2, 17, 'third-shift-county-assessors-43'),
  played(44, 'bus', 'subs', 1, 18, 'bus-19-substitute-teachers-44'),
]

/** On now; its score begins to move while a visitor looks. */
export const runningMatch: DemoMatch = {
  number: 49,
  sides: ['third', 'shelf'],
  startsInSeconds: -8 * MINUTE,
  seed: 49,
  event: 'third-shift-bottom-shelf-49',
}
export const runningFromSeconds = 20

/** Waits for somebody to press the button. */
export const nextMatch: DemoMatch = {
  number: 45,
  sides: ['harbor', 'owls'],
  startsInSeconds: 105,
  seed: 45,
  event: 'harbor-city-night-owls-45',
}

export const comingMatches: DemoMatch[] = [
  { number: 46, sides: ['bus', 'ferry'], startsInSeconds: DAY, seed: 46, event: 'bus-19-late-ferry-46' },
  {
    number: 47,
    sides: ['vinegar', 'cuts'],
    startsInSeconds: 7 * DAY,
    seed: 47,
    event: 'salt-vinegar-cold-cuts-47',
  },
  {
    number: 48,
    sides: ['atlas', 'neutral'],
    startsInSeconds: 14 * DAY,
    seed: 48,
    event: 'grandmas-atlas-neutral-zone-48',
  },
]
