import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import {
  createAuthor,
  createStory,
  createTag,
  documentOf,
  newsroomModule,
  publishStory,
  unpublishStory,
} from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { curateFront } from './curate-front.ts'
import { readFront } from './front-store.ts'
import { siteModule } from './site-module.ts'

const HOUR_MS = 3_600_000
let site: TestSite
let author: string
let tag: string

beforeAll(async () => {
  site = await testSite((p) => [newsroomModule(p), siteModule(p)], { PUBLIC_URL: 'https://paper.example' })
  const made = await createAuthor(site.p, SYSTEM, {
    slug: 'mo',
    name: 'Mo <Vance>',
    roleTitle: '',
    bio: '',
    portrait: null,
  })
  author = made.id
  tag = (await createTag(site.p, SYSTEM, { slug: 'food', name: 'Arena & Food', description: '' })).id
})
afterAll(() => site.close())

const document = documentOf([{ type: 'paragraph', text: [{ text: 'Words of it.' }] }])

async function publish(headline: string, hoursAgo: number, more: object = {}): Promise<string> {
  const story = await createStory(site.p, SYSTEM, {
    headline,
    standfirst: `About ${headline}`,
    document,
    authors: [author],
    tags: [tag],
    ...more,
  })
  const at = new Date(site.p.clock.now().getTime() - hoursAgo * HOUR_MS)
  await publishStory(site.p, SYSTEM, story.id, { revision: null, at })
  return story.id
}

const draft = (headline: string) =>
  createStory(site.p, SYSTEM, { headline, standfirst: '', document, authors: [author], tags: [tag] })

test('before anything is published the front page says so and stands', async () => {
  const { status, text } = await site.page('/')
  expect(status).toBe(200)
  expect(text).toContain('Nothing in print yet')
})

test('the newest story leads, unless it is a short take or paid for; short takes stand in their rail', async () => {
  await publish('An old lead', 30)
  await publish('Paid words', 2, { kind: 'sponsored', sponsor: 'Brine & Sons' })
  await publish('A short take', 1, { shortTake: true, kind: 'opinion' })
  await publish('The news', 3)
  expect(await site.region('front/lead')).toContain('The news')
  expect(await site.region('front/takes')).toContain('A short take')
  const shelves = (await site.region('front/shelves')) ?? ''
  expect(shelves).toContain('An old lead')
  expect(shelves).toContain('Sponsored by Brine &amp; Sons')
  expect(shelves).not.toContain('The news')
})

test('an editor chooses the lead and the shelves, each story once on the page', async () => {
  const chosen = await publish('Chosen <b>one</b>', 40)
  const { revision } = await readFront(site.p)
  const shelves = [{ kind: 'latest' as const }, { kind: 'tag' as const, tag: 'food', title: '' }]
  await curateFront(site.p, SYSTEM, revision, { lead: chosen, shelves })
  const lead = (await site.region('front/lead')) ?? ''
  expect(lead).toContain('Chosen &lt;b&gt;one&lt;/b&gt;')
  expect(lead).toContain('<h2 class="lead-head" data-hold>')
  const page = (await site.page('/')).text
  expect(page.match(/href="\/stories\/the-news">/g)).toHaveLength(1)
  await unpublishStory(site.p, SYSTEM, chosen)
  expect(await site.region('front/lead')).toContain('The news')
})

test('a story that is scheduled leads by the clock alone, and not before', async () => {
  const story = await draft('At the second')
  const at = new Date(site.p.clock.now().getTime() + 1500)
  await publishStory(site.p, SYSTEM, story.id, { revision: null, at })
  const { revision } = await readFront(site.p)
  await curateFront(site.p, SYSTEM, revision, { lead: story.id, shelves: [] })
  expect(await site.region('front/lead')).not.toContain('At the second')
  await expect.poll(() => site.region('front/lead'), { timeout: 5000 }).toContain('At the second')
})

test('all three feeds parse back to the same stories, with whole addresses and their kind in the title', async () => {
  const rss = parseRssFeed((await site.page('/rss.xml')).text)
  const atom = parseAtomFeed((await site.page('/atom.xml')).text)
  const json = parseJsonFeed((await site.page('/feed.json')).text)
  const titles = rss.items?.map(({ title }) => title) ?? []
  expect(titles).toContain('Sponsored by Brine & Sons: Paid words')
  expect(titles).toContain('Opinion: A short take')
  expect(atom.entries?.map(({ title }) => title?.value)).toEqual(titles)
  expect(json.items?.map(({ title }) => title)).toEqual(titles)
  expect(rss.items?.map(({ link }) => link)).toContain('https://paper.example/stories/the-news')
  expect(atom.entries?.[0]?.authors?.[0]?.name).toBe('Mo <Vance>')
})

test('a tag has its feeds, and a tag that is none has not', async () => {
  const feed = parseRssFeed((await site.page('/tags/food/rss.xml')).text)
  expect(feed.title).toContain('Arena & Food')
  expect((await site.page('/tags/nothing/rss.xml')).status).toBe(404)
})

test('the sitemap leads to every public story, and the news sitemap to those of two days', async () => {
  await publish('Long ago & far <away>', 24 * 40)
  const files =
    (await site.page('/sitemap.xml')).text.match(/https:\/\/paper\.example\/sitemaps\/[^<]+/g) ?? []
  const maps = await Promise.all(files.map((file) => site.page(new URL(file).pathname)))
  const all = maps.map(({ text }) => text).join('')
  expect(all).toContain('<loc>https://paper.example/stories/the-news</loc>')
  expect(all).toContain('<loc>https://paper.example/stories/long-ago-far-away</loc>')
  const news = (await site.page('/news-sitemap.xml')).text
  expect(news).toContain('<news:title>The news</news:title>')
  expect(news).not.toContain('Long ago')
  expect(news).not.toContain('Paid words')
})

test('a sitemap file that is not there is missing', async () => {
  expect((await site.page('/sitemaps/stories-2199-01.xml')).status).toBe(404)
  expect((await site.page('/sitemaps/stories-x%27%20or%201=1.xml')).status).toBe(404)
})

test('drafts and scheduled stories are in no feed, sitemap, list or search', async () => {
  await draft('Draftword of ours')
  const later = await draft('Laterword of ours')
  const at = new Date(site.p.clock.now().getTime() + HOUR_MS)
  await publishStory(site.p, SYSTEM, later.id, { revision: null, at })
  const month = new Date().toISOString().slice(0, 7)
  const paths = [
    '/',
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/tags/food/rss.xml',
    '/news-sitemap.xml',
    `/sitemaps/stories-${month}.xml`,
    '/search?q=Draftword',
    '/search?q=Laterword',
    '/missing',
  ]
  for (const path of paths)
    expect((await site.page(path)).text, path).not.toMatch(/(Draft|Later)word of ours|(draft|later)word-of/)
})

test('a search finds what is published and is kept out of search engines', async () => {
  const { text } = await site.page('/search?q=news')
  expect(text).toContain('href="/stories/the-news"')
  expect(text).toContain('content="noindex"')
})

test('a page that is missing shows what is new', async () => {
  expect((await site.page('/nothing/here')).text).toContain('What is new')
})
