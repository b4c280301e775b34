import type { ArtSpec, Ground, Motif } from '../art/art-spec.ts'

export interface DemoProduct {
  slug: string
  title: string
  type: string
  description: string
  art: ArtSpec
  /** In cents. */
  price: number
  weightGrams: number
  /** Size → pieces received. */
  stock: Readonly<Record<string, number>>
}

const MOTIFS: Record<string, Motif> = {
  'T-Shirts': 't-shirt',
  Hoodies: 'hoodie',
  Crewnecks: 'crewneck',
  Hats: 'cap',
  Flags: 'flag',
}

interface Told {
  slug: string
  title: string
  type: string
  description: string
  price: number
  weightGrams: number
}

const product = (
  told: Told,
  ground: Ground,
  seed: number,
  stock: Readonly<Record<string, number>>,
): DemoProduct => ({
  ...told,
  stock,
  art: { motif: MOTIFS[told.type] ?? 't-shirt', ground, seed },
})

const sized = (...pieces: [number, number, number, number]): Record<string, number> => ({
  S: pieces[0],
  M: pieces[1],
  L: pieces[2],
  XL: pieces[3],
})
const one = (pieces: number): Record<string, number> => ({ 'One size': pieces })

/** Opens a minute after the demo starts. Few enough of some sizes that readers see them go. */
const overtime: DemoProduct[] = [
  product(
    {
      slug: 'overtime-tee',
      title: 'Third Horn Tee',
      type: 'T-Shirts',
      price: 2800,
      weightGrams: 180,
      description:
        'The horn went twice, and then it went again. Heavy cotton, printed by people who were there.',
    },
    'hot',
    201,
    sized(4, 5, 5, 3),
  ),
  product(
    {
      slug: 'overtime-hoodie',
      title: 'Sudden Death Hoodie',
      type: 'Hoodies',
      price: 5800,
      weightGrams: 620,
      description:
        'For the fourth period, when the heating in the Palace has gone home. Lined hood, deep pocket.',
    },
    'ink',
    202,
    sized(2, 4, 4, 2),
  ),
  product(
    {
      slug: 'overtime-crewneck',
      title: 'Nobody Sit Down Crewneck',
      type: 'Crewnecks',
      price: 5200,
      weightGrams: 540,
      description: 'Brushed inside, stubborn outside. It has been washed eleven times and still says it.',
    },
    'ice',
    203,
    sized(3, 6, 6, 3),
  ),
  product(
    {
      slug: 'overtime-cap',
      title: 'Bench Minor Cap',
      type: 'Hats',
      price: 2600,
      weightGrams: 110,
      description: 'Six panels, one button, no opinion about the call.',
    },
    'yellow',
    204,
    one(14),
  ),
  product(
    {
      slug: 'overtime-flag',
      title: 'Section Nine Flag',
      type: 'Flags',
      price: 3400,
      weightGrams: 240,
      description: 'Three feet by five. Please do not lean it on anything.',
    },
    'paper',
    205,
    one(12),
  ),
]

const spring: DemoProduct[] = [
  product(
    {
      slug: 'horn-blower-tee',
      title: 'Horn Blower Tee',
      type: 'T-Shirts',
      price: 2600,
      weightGrams: 180,
      description: 'Heavy cotton. The horn is on the back, where the person behind you can see it.',
    },
    'ice',
    211,
    sized(40, 60, 60, 30),
  ),
  product(
    {
      slug: 'rink-rat-hoodie',
      title: 'Rink Rat Hoodie',
      type: 'Hoodies',
      price: 5600,
      weightGrams: 620,
      description: 'Warm enough for row two, section nine.',
    },
    'paper',
    212,
    sized(20, 30, 30, 3),
  ),
  product(
    {
      slug: 'night-owl-crew',
      title: 'Night Owl Crew',
      type: 'Crewnecks',
      price: 5e3,
      weightGrams: 540,
      description: 'Approved by Pim. Worn by people who know what Ganymede is.',
    },
    'yellow',
    213,
    sized(15, 25, 2, 15),
  ),
  product(
    {
      slug: 'third-period-hat',
      title: 'Third Period Hat',
      type: 'Hats',
      price: 2400,
      weightGrams: 110,
      description: 'Sold out twice. It does not make the third period shorter.',
    },
    'hot',
    214,
    one(45),
  ),
  product(
    {
      slug: 'loudest-flag',
      title: 'Loudest Flag',
      type: 'Flags',
      price: 3200,
      weightGrams: 240,
      description: 'Three feet by five, for windows, boats and the top deck of the number 19.',
    },
    'ink',
    215,
    one(18),
  ),
]

const zero: DemoProduct[] = [
  product(
    {
      slug: 'number-zero-tee',
      title: 'Number Zero Tee',
      type: 'T-Shirts',
      price: 2800,
      weightGrams: 180,
      description: 'For Agnes, who answered the phone for forty years. All of them went in a night.',
    },
    'ink',
    221,
    sized(0, 0, 0, 0),
  ),
  product(
    {
      slug: 'number-zero-flag',
      title: 'Number Zero Flag',
      type: 'Flags',
      price: 3400,
      weightGrams: 240,
      description: 'Hangs beside hers in the rafters, if you have rafters.',
    },
    'yellow',
    222,
    one(0),
  ),
]

export interface DemoCollection {
  slug: string
  title: string
  description: string
  opensInSeconds: number
  closesInSeconds: number | null
  announced: boolean
  products: DemoProduct[]
  /** Higher goes before other promos; null: none. */
  promoPriority: number | null
}

const HOUR = 3600
const DAY = 24 * HOUR

/** Bought up by scripted readers while a visitor looks on. */
export const drop: DemoCollection = {
  slug: 'overtime-collection',
  title: 'Overtime Collection',
  description: 'Printed for the night that would not end. When a size is gone, it is gone.',
  opensInSeconds: 60,
  closesInSeconds: 3 * DAY,
  announced: true,
  products: overtime,
  promoPriority: 40,
}

export const collections: DemoCollection[] = [
  {
    slug: 'spring-collection',
    title: 'Spring Collection',
    description:
      'It is called Spring because that is when the ice comes out. Printed three streets from the rink.',
    opensInSeconds: -6 * HOUR,
    closesInSeconds: 3 * HOUR,
    announced: true,
    products: spring,
    promoPriority: 20,
  },
  {
    slug: 'number-zero',
    title: 'Number Zero',
    description: 'For Agnes Tillman, who answered. Sold out in one night; the page stays.',
    opensInSeconds: -70 * DAY,
    closesInSeconds: null,
    announced: true,
    products: zero,
    promoPriority: null,
  },
  drop,
]

export const checkout = {
  rates: [
    {
      id: 'us-standard',
      name: 'Standard',
      says: '3 to 5 days',
      countries: ['US'],
      regions: [],
      price: 600,
      freeFrom: 7500,
    },
    {
      id: 'world',
      name: 'Abroad',
      says: '8 to 14 days',
      countries: ['*'],
      regions: [],
      price: 1800,
      freeFrom: null,
    },
  ],
  pickup: {
    place: 'The Late Horn desk, Ice Palace, gate C',
    says: 'Two hours before any game, and until the horn. Bring your order number.',
    country: 'US',
    region: null,
    payThere: true,
  },
  taxes: [],
  taxIncluded: false,
  paySeconds: 900,
}
