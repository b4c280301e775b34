import { type ClipRef, lengthOf, shareImageUrl } from '../../footage/public.ts'
import { findShownClips, listStories, type StorySummary } from '../../newsroom/public.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { absolute } from '../site-url.ts'
import type { Brand } from '../wire.ts'
import { writable } from './xml.ts'

const ITEMS = 50

/** What every feed format says of a story. */
export interface FeedItem {
  id: string
  url: string
  title: string
  summary: string
  authors: string[]
  tags: string[]
  image: string | null
  publishedAt: Date
  updatedAt: Date
}

export interface FeedFacts {
  title: string
  description: string
  language: string
  home: string
  /** The feed's own address. */
  self: string
  items: FeedItem[]
  updatedAt: Date
}

const LABELS: Partial<Record<StorySummary['kind'], string>> = { opinion: 'Opinion', satire: 'Satire' }

/** A reader of a feed sees no page, so that what must not be mistaken stands in the title. */
function titleOf({ kind, sponsor, headline }: StorySummary): string {
  const label = kind === 'sponsored' ? `Sponsored by ${sponsor}` : LABELS[kind]
  return label ? `${label}: ${headline}` : headline
}

const toItem = (story: StorySummary, clips: readonly ClipRef[], base: string): FeedItem => ({
  id: `urn:uuid:${story.id}`,
  url: absolute(base, story.path),
  title: writable(titleOf(story)),
  summary: writable([story.standfirst, ...clips.map(clipLine)].filter((line) => line !== '').join('\n')),
  authors: story.authors.map(({ name }) => writable(name)),
  tags: story.tags.map(({ name }) => writable(name)),
  image: imageOf(story, clips, base),
  publishedAt: story.publishedAt,
  updatedAt: story.correctedAt ?? story.updatedAt,
})

/** A clip is played in the story alone, behind its warning where it has one: a feed names it. */
const clipLine = ({ title, durationMs, warning }: ClipRef): string =>
  `Clip: ${title} (${lengthOf(durationMs)}).${warning ? ` Warning: ${warning.says}` : ''}`

/** The poster of a clip stands for a story without a cover, unless a warning covers it. */
function imageOf({ cover }: StorySummary, clips: readonly ClipRef[], base: string): string | null {
  const picture = cover ?? clips.find(({ warning, poster }) => !warning && poster)?.poster
  return picture ? absolute(base, shareImageUrl(picture)) : null
}

const EPOCH = new Date(0)

export async function readFeed(
  reading: Reading,
  brand: Brand,
  base: string,
  path: string,
  tag?: string,
): Promise<FeedFacts> {
  const { items } = await listStories(reading, { limit: ITEMS, ...(tag ? { tag } : {}) })
  const clips = await findShownClips(
    reading,
    items.map(({ id }) => id),
  )
  const name = tag && items[0]?.tags.find(({ slug }) => slug === tag)?.name
  return {
    title: writable(name ? `${name} | ${brand.name}` : brand.name),
    description: writable(brand.description),
    language: brand.locale,
    home: absolute(base, tag ? `/tags/${tag}` : '/'),
    self: absolute(base, path),
    items: items.map((story) => toItem(story, clips.get(story.id) ?? [], base)),
    updatedAt: items.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), EPOCH),
  }
}
