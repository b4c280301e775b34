import { shareImageUrl } from '../../footage/public.ts'
import { listStories, type StorySummary } from '../../newsroom/public.ts'
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

const toItem = (story: StorySummary, base: string): FeedItem => ({
  id: `urn:uuid:${story.id}`,
  url: absolute(base, story.path),
  title: writable(titleOf(story)),
  summary: writable(story.standfirst),
  authors: story.authors.map(({ name }) => writable(name)),
  tags: story.tags.map(({ name }) => writable(name)),
  image: story.cover && absolute(base, shareImageUrl(story.cover)),
  publishedAt: story.publishedAt,
  updatedAt: story.correctedAt ?? story.updatedAt,
})

const EPOCH = new Date(0)

export async function readFeed(
  reading: Reading,
  brand: Brand,
  base: string,
  path: string,
  tag?: string,
): Promise<FeedFacts> {
  const { items } = await listStories(reading, { limit: ITEMS, ...(tag ? { tag } : {}) })
  const name = tag && items[0]?.tags.find(({ slug }) => slug === tag)?.name
  return {
    title: writable(name ? `${name} | ${brand.name}` : brand.name),
    description: writable(brand.description),
    language: brand.locale,
    home: absolute(base, tag ? `/tags/${tag}` : '/'),
    self: absolute(base, path),
    items: items.map((story) => toItem(story, base)),
    updatedAt: items.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), EPOCH),
  }
}
