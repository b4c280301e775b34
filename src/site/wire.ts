import { z } from 'zod'

/** The JSON of the site's doors: brand, menus, modules, static pages, promos, the front page. */

const line = (max: number) => z.string().trim().min(1).max(max)
const revision = z.int().min(0)
export const IdParams = z.object({ id: z.uuid() })

const CONTROL_OR_BACKSLASH = /[\u0000-\u0020\\]/

/** A path of this site or an address on the web; `javascript:` and `//elsewhere` are neither. */
export const Href = z
  .string()
  .max(500)
  .refine(
    (href) => !CONTROL_OR_BACKSLASH.test(href) && /^(\/(?!\/)|https?:\/\/[^/]|mailto:[^?]+@)/i.test(href),
    'must be a path of this site such as /about, or an address that begins with https://',
  )

export const Link = z.object({ label: line(40), url: Href })
export type Link = z.output<typeof Link>

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #FF5A1F')
export const Palette = z.object({
  ink: Colour,
  paper: Colour,
  hair: Colour,
  mute: Colour,
  /** Fills, always with the dark ink on it. */
  hot: Colour,
  /** The hot colour as text on paper. */
  hotInk: Colour,
})
export type Palette = z.output<typeof Palette>

const LIGHT: Palette = {
  ink: '#0C0C0D',
  paper: '#FAF8F4',
  hair: '#D9D4CA',
  mute: '#5D5A54',
  hot: '#FF5A1F',
  hotInk: '#B93208',
}
const DARK: Palette = {
  ink: '#F4F1EA',
  paper: '#111113',
  hair: '#34332F',
  mute: '#A8A49B',
  hot: '#FF5A1F',
  hotInk: '#FF7A48',
}

export const DISPLAY_FONTS = ['league-gothic', 'condensed', 'sans', 'serif'] as const
export const TEXT_FONTS = ['charter', 'georgia', 'sans'] as const

export const Brand = z.object({
  name: line(80).default('Pressbox'),
  /** The name as it is set where there is no logo; the second word is printed in the hot colour. */
  logoWords: z.tuple([z.string().trim().max(40), z.string().trim().max(40)]).default(['Press', 'box']),
  /** A picture that stands in the masthead instead of the words. */
  logo: z.uuid().nullable().default(null),
  tagline: z.string().trim().max(120).default('Live, and right.'),
  description: z.string().trim().max(300).default('A site made with Pressbox.'),
  contactMail: z.union([z.email(), z.literal('')]).default(''),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-US')
    .default('en-US'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as America/New_York')
    .default('America/New_York'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency such as USD')
    .default('USD'),
  displayFont: z.enum(DISPLAY_FONTS).default('league-gothic'),
  textFont: z.enum(TEXT_FONTS).default('charter'),
  colours: Palette.default(LIGHT),
  darkColours: Palette.default(DARK),
})
export type Brand = z.output<typeof Brand>

function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** One pair of colours that stand on each other, by WCAG 2.2. `needed` is 4.5 for text, 3 for large text and shapes. */
export const Contrast = z.object({
  scheme: z.enum(['light', 'dark']),
  pair: z.string(),
  ratio: z.number(),
  needed: z.number(),
  passes: z.boolean(),
})
export type Contrast = z.output<typeof Contrast>
export const BrandReply = z.object({ revision, value: Brand, contrast: z.array(Contrast) })
export const ContrastRequest = z.object({ colours: Palette, darkColours: Palette })
export const ContrastReply = z.object({ contrast: z.array(Contrast) })

export const Menus = z.object({
  menu: z.array(Link).max(12).default([]),
  footer: z
    .array(z.object({ title: line(40), links: z.array(Link).max(20) }))
    .max(6)
    .default([]),
  smallPrint: z.string().trim().max(500).default(''),
})
export type Menus = z.output<typeof Menus>
export const MenusReply = z.object({ revision, value: Menus })

/** Modules that a brand can do without. */
export const MODULES = ['live', 'league', 'shop', 'promos'] as const
export type ModuleName = (typeof MODULES)[number]
export const Modules = z.object({
  live: z.boolean().default(true),
  league: z.boolean().default(true),
  shop: z.boolean().default(true),
  promos: z.boolean().default(true),
})
export type Modules = z.output<typeof Modules>
export const ModulesReply = z.object({ revision, value: Modules })

/** `latest`, or the newest stories of a tag. */
export const Shelf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latest') }),
  z.object({
    kind: z.literal('tag'),
    tag: z.string().max(100),
    title: z.string().trim().max(60).default(''),
  }),
])
export type Shelf = z.output<typeof Shelf>
export const Front = z.object({
  /** The story that leads; without one, or while it is not public, the newest leads. */
  lead: z.uuid().nullable().default(null),
  shelves: z
    .array(Shelf)
    .max(8)
    .default([{ kind: 'latest' }]),
})
export type Front = z.output<typeof Front>
export const FrontReply = z.object({ revision, value: Front })

/** A wall-clock time such as 2026-11-22T20:00, in the zone that stands beside it. */
const WallTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    'must be a time such as 2026-11-22T20:00',
  )

export const PromoInput = z.object({
  title: line(60),
  text: z.string().trim().max(120).default(''),
  action: Link,
  zone: z.string().refine(isTimeZone, 'must be a time zone such as America/New_York'),
  from: WallTime,
  /** `null`: until it is paused or deleted. */
  until: WallTime.nullable().default(null),
  /** Of several promos that are open at once the highest shows. */
  priority: z.int().min(0).max(100).default(10),
  /** Whether open pages may know of it before it begins, and flip to it by themselves on the second. */
  announced: z.boolean().default(false),
  /** A collection of the shop: its window, name, product types and link then stand in place of what is said here. */
  collectionId: z.uuid().nullable().default(null),
})
export type PromoInput = z.input<typeof PromoInput>

export const PROMO_STATES = ['coming', 'showing', 'outranked', 'paused', 'over'] as const
export type PromoState = (typeof PROMO_STATES)[number]
export const PromoReply = z.object({
  id: z.uuid(),
  revision,
  title: z.string(),
  text: z.string(),
  action: Link,
  zone: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  /** The same as instants, ISO 8601 UTC. */
  opensAt: z.string(),
  closesAt: z.string().nullable(),
  priority: z.int(),
  announced: z.boolean(),
  paused: z.boolean(),
  collectionId: z.uuid().nullable(),
  state: z.enum(PROMO_STATES),
})
export type PromoReply = z.output<typeof PromoReply>
export const PromoList = z.object({ items: z.array(PromoReply), next: z.string().nullable() })
export const PauseRequest = z.object({ paused: z.boolean() })

/** The newsroom's document; it is checked by the newsroom's own schema. */
const DocumentJson = z.looseObject({ schema: z.int(), blocks: z.array(z.looseObject({ type: z.string() })) })

export const PageSlug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as about-us')
export const StaticPageInput = z.object({
  slug: PageSlug,
  title: line(120),
  description: z.string().trim().max(300).default(''),
  document: DocumentJson,
  published: z.boolean().default(true),
})
export type StaticPageInput = z.input<typeof StaticPageInput>
export const StaticPageReply = StaticPageInput.required().extend({
  id: z.uuid(),
  revision,
  path: z.string(),
  updatedAt: z.string(),
})
export type StaticPageReply = z.output<typeof StaticPageReply>
export const StaticPageList = z.object({
  items: z.array(StaticPageReply.omit({ document: true })),
  next: z.string().nullable(),
})

/** What `PUT` of a setting answers: the revision it has now. */
export const Saved = z.object({ revision })

/** How long ago something was, in a page's language. */
export interface AgoWords {
  now: string
  digits: string
  minute: CountedWords
  hour: CountedWords
}

/** `forms` have `#` where the number stands; `of` has which of them goes with 1, with 2 and so on, as a digit each. */
export interface CountedWords {
  forms: string[]
  of: string
}
