import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import type { FeedFacts, FeedItem } from './feed-items.ts'
import { escaped } from './xml.ts'

export interface FeedFormat {
  contentType: string
  write(feed: FeedFacts): string
}

const rss: FeedFormat = {
  contentType: 'application/rss+xml; charset=utf-8',
  write: (feed) =>
    generateRssFeed({
      title: feed.title,
      link: feed.home,
      description: escaped(feed.description),
      language: feed.language,
      lastBuildDate: feed.updatedAt,
      generator: 'Pressbox',
      atom: { links: [{ href: feed.self, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: item.title,
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        // Readers of RSS take a description for HTML.
        description: escaped(item.summary),
        pubDate: item.publishedAt,
        categories: item.tags.map((name) => ({ name })),
        dc: { creators: item.authors },
        ...(item.image
          ? { media: { contents: [{ url: item.image, medium: 'image', type: 'image/jpeg' }] } }
          : {}),
      })),
    }),
}

const atom: FeedFormat = {
  contentType: 'application/atom+xml; charset=utf-8',
  write: (feed) =>
    generateAtomFeed({
      id: feed.home,
      title: { value: feed.title },
      subtitle: { value: feed.description },
      updated: feed.updatedAt,
      generator: { text: 'Pressbox' },
      links: [
        { href: feed.self, rel: 'self', type: 'application/atom+xml' },
        { href: feed.home, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: item.title },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        published: item.publishedAt,
        updated: item.updatedAt,
        summary: { value: item.summary },
        authors: authorsOf(item, feed),
        categories: item.tags.map((term) => ({ term })),
      })),
    }),
}

/** Atom asks for an author of every entry. */
const authorsOf = ({ authors }: FeedItem, { title }: FeedFacts): { name: string }[] =>
  (authors.length > 0 ? authors : [title]).map((name) => ({ name }))

const json: FeedFormat = {
  contentType: 'application/feed+json; charset=utf-8',
  write: (feed) =>
    JSON.stringify(
      generateJsonFeed({
        title: feed.title,
        home_page_url: feed.home,
        feed_url: feed.self,
        description: feed.description,
        language: feed.language,
        items: feed.items.map((item) => ({
          id: item.id,
          url: item.url,
          title: item.title,
          content_text: item.summary,
          summary: item.summary,
          ...(item.image ? { image: item.image } : {}),
          date_published: item.publishedAt,
          date_modified: item.updatedAt,
          tags: item.tags,
          authors: item.authors.map((name) => ({ name })),
        })),
      }),
    ),
}

export const FORMATS: Record<string, FeedFormat> = { 'rss.xml': rss, 'atom.xml': atom, 'feed.json': json }
