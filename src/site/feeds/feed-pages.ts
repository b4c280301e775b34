import { presentTagSlug } from '../../newsroom/public.ts'
import type { PageAnswer, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import type { Platform } from '../../platform/platform.ts'
import { brandOf } from '../brand-store.ts'
import { publicUrl } from '../../platform/public-url.ts'
import { type FeedFormat, FORMATS } from './feed-formats.ts'
import { readFeed } from './feed-items.ts'

/** Every format, of everything and of each tag. */
export const feedPages = (p: Platform): PageRoute[] =>
  Object.entries(FORMATS).flatMap(([name, format]) => [
    { path: `/${name}`, module: 'site', build: (reading) => answer(p, reading, format, `/${name}`) },
    {
      path: `/tags/:slug/${name}`,
      module: 'site',
      build: (reading, { slug = '' }) => answer(p, reading, format, `/tags/${slug}/${name}`, slug),
    },
  ])

async function answer(
  p: Platform,
  reading: Reading,
  format: FeedFormat,
  path: string,
  tag?: string,
): Promise<PageAnswer> {
  const present = tag && (await presentTagSlug(reading, tag))
  if (present && present !== tag)
    return { kind: 'moved', to: path.replace(`/${tag}/`, `/${present}/`), permanent: true }
  const feed = await readFeed(reading, await brandOf(reading), publicUrl(p), path, tag)
  if (tag && feed.items.length === 0) return { kind: 'missing' }
  return {
    kind: 'document',
    contentType: format.contentType,
    body: format.write(feed),
    headers: { 'x-content-type-options': 'nosniff', 'access-control-allow-origin': '*' },
  }
}
