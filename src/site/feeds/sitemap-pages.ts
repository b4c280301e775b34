import { readLeaguePaths } from '../../league/public.ts'
import { readEventPaths } from '../../live/public.ts'
import { listStories, storyAddressChunks, storyAddresses, type StorySummary } from '../../newsroom/public.ts'
import { readShopPaths } from '../../shop/public.ts'
import type { PageAnswer, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import type { Platform } from '../../platform/platform.ts'
import { brandOf, modulesOf } from '../brand-store.ts'
import { isOn } from '../module-switch.ts'
import { publicUrl } from '../../platform/public-url.ts'
import { absolute } from '../site-url.ts'
import { staticPath } from '../static-page.ts'
import { listStaticPages } from '../static-page-store.ts'
import type { Brand } from '../wire.ts'
import { XML_HEAD, XML_TYPE, xmlText } from './xml.ts'

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const NEWS_SCHEMA = 'http://www.google.com/schemas/sitemap-news/0.9'

export const sitemapPages = (p: Platform): PageRoute[] => [
  { path: '/sitemap.xml', module: 'site', build: (reading) => index(reading, publicUrl(p)) },
  {
    path: '/sitemaps/:name.xml',
    module: 'site',
    build: (reading, { name = '' }) => chunk(reading, publicUrl(p), name),
  },
  { path: '/news-sitemap.xml', module: 'site', build: (reading) => news(reading, publicUrl(p)) },
]

const xml = (body: string): PageAnswer => ({
  kind: 'document',
  contentType: XML_TYPE,
  body: XML_HEAD + body,
  headers: { 'x-content-type-options': 'nosniff' },
})

const entry = (element: 'url' | 'sitemap', address: string, lastmod: Date | null): string =>
  `<${element}><loc>${xmlText(address)}</loc>${lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''}</${element}>`

/** So many addresses are allowed in a file. */
const MOST_IN_FILE = 50_000

type ModuleFile = (reading: Reading) => Promise<string[]>

/** A file for each module that has pages of its own, while the brand uses it. */
const MODULE_FILES: Record<string, ModuleFile> = {
  shop: (reading) => readShopPaths(reading, MOST_IN_FILE),
  live: async (reading) => ['/events', ...(await readEventPaths(reading, MOST_IN_FILE - 1))],
  league: (reading) => readLeaguePaths(reading, MOST_IN_FILE),
}

async function moduleFiles(reading: Reading): Promise<string[]> {
  const switches = await modulesOf(reading)
  return Object.keys(MODULE_FILES).filter((name) => isOn(switches, name))
}

/** A file of the stories of each month, one of each module. */
async function index(reading: Reading, base: string): Promise<PageAnswer> {
  const months = await storyAddressChunks(reading)
  const names = ['pages', ...(await moduleFiles(reading)), ...months.map((month) => `stories-${month}`)]
  const files = names.map((name) => entry('sitemap', absolute(base, `/sitemaps/${name}.xml`), null))
  return xml(`<sitemapindex xmlns="${SCHEMA}">${files.join('')}</sitemapindex>`)
}

async function chunk(reading: Reading, base: string, name: string): Promise<PageAnswer> {
  if (name === 'pages') return pages(reading, base)
  const module = (await moduleFiles(reading)).includes(name) && MODULE_FILES[name]
  if (module) return urlset((await module(reading)).map((path) => entry('url', absolute(base, path), null)))
  if (!name.startsWith('stories-')) return { kind: 'missing' }
  const addresses = await storyAddresses(reading, name.slice('stories-'.length))
  if (addresses.length === 0) return { kind: 'missing' }
  return urlset(addresses.map(({ path, updatedAt }) => entry('url', absolute(base, path), updatedAt)))
}

const urlset = (urls: string[]): PageAnswer => xml(`<urlset xmlns="${SCHEMA}">${urls.join('')}</urlset>`)

/** Pages that are not stories. */
async function pages(reading: Reading, base: string): Promise<PageAnswer> {
  reading.topic('pages')
  const own = (await listStaticPages(reading)).filter(({ published }) => published)
  return urlset([
    entry('url', absolute(base, '/'), null),
    entry('url', absolute(base, '/archive'), null),
    ...own.map(({ slug, updatedAt }) => entry('url', absolute(base, staticPath(slug)), updatedAt)),
  ])
}

const HOUR_MS = 3_600_000
/** Google reads the news of the last two days, and no more than a thousand of them. */
const NEWS_HOURS = 48
const MOST_NEWS = 1000

async function news(reading: Reading, base: string): Promise<PageAnswer> {
  const brand = await brandOf(reading)
  const since = new Date(reading.now.getTime() - NEWS_HOURS * HOUR_MS)
  const { items } = await listStories(reading, { limit: MOST_NEWS })
  const fresh = items.filter(({ publishedAt, kind }) => publishedAt > since && kind !== 'sponsored')
  const oldest = fresh.at(-1)
  if (oldest) reading.until(new Date(oldest.publishedAt.getTime() + NEWS_HOURS * HOUR_MS))
  const urls = fresh.map((story) => newsEntry(story, brand, base))
  return xml(`<urlset xmlns="${SCHEMA}" xmlns:news="${NEWS_SCHEMA}">${urls.join('')}</urlset>`)
}

const newsEntry = (story: StorySummary, brand: Brand, base: string): string =>
  `<url><loc>${xmlText(absolute(base, story.path))}</loc><news:news><news:publication><news:name>${xmlText(brand.name)}</news:name><news:language>${xmlText(brand.locale.split('-')[0] ?? 'en')}</news:language></news:publication><news:publication_date>${story.publishedAt.toISOString()}</news:publication_date><news:title>${xmlText(story.headline)}</news:title></news:news></url>`
