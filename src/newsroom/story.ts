import type { Kind } from './wire.ts'

/** What readers see of a story, or will see at `publishedAt`. */
export interface Publication {
  publishedAt: Date
}

/** The one rule of when a story is public; queries ask the same of `published_at`. */
export const isVisible = ({ publishedAt }: Publication, now: Date): boolean => publishedAt <= now

export const storyPath = (slug: string): string => `/stories/${slug}`
export const tagPath = (slug: string): string => `/tags/${slug}`
export const authorPath = (slug: string): string => `/authors/${slug}`

export const archivePath = (month: string): string => `/archive/${month}`

export const storyTopic = (id: string): string => `story:${id}`
export const tagTopic = (slug: string): string => `tag:${slug}`
export const authorTopic = (slug: string): string => `author:${slug}`

/** Who an address belongs to. */
export const storySubject = (id: string): string => `story:${id}`

export interface Filed {
  id: string
  tags: readonly { slug: string }[]
  authors: readonly { slug: string }[]
}

/** Everything that shows something of a story as it stands; a change touches those of before and of after. */
export const topicsOf = ({ id, tags, authors }: Filed): string[] => [
  'stories',
  storyTopic(id),
  ...tags.map((tag) => tagTopic(tag.slug)),
  ...authors.map((author) => authorTopic(author.slug)),
]

/** What the studio shows of it. */
export const deskTopicsOf = (id: string): string[] => ['desk:stories', `desk:story:${id}`]

const MAX_SLUG = 80
/** Letters that do not fall apart into a Latin letter and a mark. */
const LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** A headline as a part of an address; what has no Latin letters at all (emoji, most scripts) gets the fallback. */
export function slugOf(headline: string, fallback: string): string {
  const words = headline
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => LATIN[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, MAX_SLUG)
    if (longer.length > MAX_SLUG) break
    slug = longer
  }
  return slug || fallback
}

/** The end of a UUIDv7 is its random part. */
export const fallbackSlug = (noun: string, id: string): string => `${noun}-${id.slice(-8)}`

const WORDS_A_MINUTE = 230

export const readingMinutes = (text: string): number =>
  Math.max(1, Math.round((text.match(/\S+/g)?.length ?? 0) / WORDS_A_MINUTE))

/** The words that stand over a headline when a story is not plain news; readers must not mistake it. */
export function kindLabel(kind: Kind, sponsor: string): string | null {
  switch (kind) {
    case 'news':
      return null
    case 'opinion':
      return 'Opinion'
    case 'satire':
      return 'Satire'
    case 'sponsored':
      return `Sponsored by ${sponsor}`
  }
}
