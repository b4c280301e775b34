import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { documentOf } from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { createPage } from './create-page.ts'
import { deletePage } from './delete-page.ts'
import { siteModule } from './site-module.ts'
import { updateBrand } from './update-brand.ts'
import { updateMenus } from './update-menus.ts'
import { updateModules } from './update-modules.ts'
import { updatePage } from './update-page.ts'
import { Brand } from './wire.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite((p) => [siteModule(p)], { PUBLIC_URL: 'https://paper.example' })
})
afterAll(() => site.close())

const about = (more: object = {}) => ({
  slug: 'about',
  title: 'About us',
  description: '',
  document: documentOf([{ type: 'paragraph', text: [{ text: 'We stay up.' }] }]),
  published: true,
  ...more,
})

test('every page has the whole frame: strip, promos, masthead, main, footer, and where it was rendered', async () => {
  const { status, text } = await site.page('/')
  expect(status).toBe(200)
  for (const key of ['strip', 'promos', 'site:~/masthead', 'site/footer', 'site/brand', 'front/lead'])
    expect(text).toContain(`data-region="${key}"`)
  expect(text).toMatch(/<meta name="pressbox" content="[0-9a-z]+\.\d+">/)
  expect(text).toContain('<main id="main" tabindex="-1">')
})

test('the policy allows nothing inline but the one style sheet, by its hash', async () => {
  const { headers, text } = await site.page('/')
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("default-src 'none'")
  const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? []
  expect(css.length).toBeGreaterThan(3000)
  expect(policy).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
  expect(text).not.toMatch(/ style="| on[a-z]+="/)
  expect(text.match(/<script(?! type="application\/ld\+json"| type="module" async src=")/)).toBeNull()
})

test('over https the browser is told to stay there, and never to guess types', async () => {
  const { headers } = await site.page('/')
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{7,}$/)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a page says its one address, and what it is to networks and crawlers', async () => {
  const { text } = await site.page('/')
  expect(text).toContain('<link rel="canonical" href="https://paper.example/">')
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? []
  const graph = JSON.parse(json)['@graph'] as { '@type': string }[]
  expect(graph.map((each) => each['@type'])).toEqual(['NewsMediaOrganization', 'WebSite'])
})

test('a new name, colour and menu show on every page at once, and an open page is told where the colours are', async () => {
  const before = await site.region('site/brand')
  const brand = { ...Brand.parse({}), name: 'Late <Horn>', logoWords: ['Late', 'Horn'] as [string, string] }
  const colours = { ...brand.colours, hot: '#00AA88' }
  await updateBrand(site.p, SYSTEM, 0, { ...brand, colours })
  await updateMenus(site.p, SYSTEM, 0, {
    menu: [
      { label: 'Live', url: '/events' },
      { label: 'About', url: '/about' },
    ],
    footer: [],
    smallPrint: 'Invented.',
  })
  const { text } = await site.page('/')
  expect(text).toContain('<title>Late &lt;Horn&gt;</title>')
  expect(text).toContain('--hot:#00AA88')
  expect(text).toContain('<a href="/about">About</a>')
  const after = await site.region('site/brand')
  expect(after).not.toBe(before)
  const address = /href="([^"]+)"/.exec(after ?? '')?.[1] ?? ''
  const sheet = await site.page(address)
  expect(sheet.text).toContain('--hot:#00AA88')
  expect(sheet.headers['cache-control']).toContain('immutable')
})

test('the sheet of colours that are no more leads to those of now', async () => {
  const { status, headers } = await site.page('/brand/whatever.css')
  expect(status).toBe(302)
  expect(headers['location']).toMatch(/^\/brand\/[\w-]+\.css$/)
})

test('two who change the brand at once do not overwrite each other', async () => {
  await expect(updateBrand(site.p, SYSTEM, 0, Brand.parse({}))).rejects.toThrow(/changed meanwhile/)
})

test('the current section is marked in the menu', async () => {
  expect(await site.region('site:~about/masthead')).toContain('<a href="/about" aria-current="page">')
})

test('a module that is turned off is gone from the menu and its band from the page', async () => {
  await updateModules(site.p, SYSTEM, 0, { live: false, league: true, shop: true, promos: false })
  const { text } = await site.page('/')
  expect(text).not.toContain('href="/events"')
  expect(text).toContain('class="front no-promos"')
  expect(text).not.toContain('data-region="live/now"')
  await updateModules(site.p, SYSTEM, 1, { live: true, league: true, shop: true, promos: true })
  expect((await site.page('/')).text).toContain('href="/events"')
})

test('a static page appears, moves with a redirect, and is gone when it is deleted', async () => {
  expect((await site.page('/about')).status).toBe(404)
  const page = await createPage(site.p, SYSTEM, about())
  expect((await site.page('/about')).text).toContain('We stay up.')
  await updatePage(site.p, SYSTEM, page.id, page.revision, about({ slug: 'about-us' }))
  const moved = await site.page('/about')
  expect([moved.status, moved.headers['location']]).toEqual([301, '/about-us'])
  await deletePage(site.p, SYSTEM, page.id)
  expect((await site.page('/about-us')).status).toBe(410)
  expect((await site.page('/about')).status).toBe(410)
})

test('a page that is not published is reachable by no guess', async () => {
  await createPage(site.p, SYSTEM, about({ slug: 'secret-plan', published: false }))
  expect((await site.page('/secret-plan')).status).toBe(404)
  expect((await site.page('/sitemaps/pages.xml')).text).not.toContain('secret-plan')
})

test('the list of pages leaves out what they say', async () => {
  const answer = await site.door('writer', 'GET', '/api/v1/pages')
  const { items } = (await answer.json()) as { items: object[] }
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) expect(item).not.toHaveProperty('document')
})

test.each(['studio', 'api', 'live', 'events', 'stories', 'search'])(
  'no static page takes the address /%s of the program itself',
  async (slug) => {
    await expect(createPage(site.p, SYSTEM, about({ slug }))).rejects.toThrow(/belongs to the site/)
  },
)

test('a page with a script for a link is refused', async () => {
  const text = [{ text: 'x', link: 'javascript:alert(1)' }]
  const document = { schema: 1, blocks: [{ id: 'a', type: 'paragraph', text }] }
  await expect(createPage(site.p, SYSTEM, about({ slug: 'bad', document }))).rejects.toThrow(
    /In the document/,
  )
})

test('what is not there says so, offers a search, and is kept out of search engines', async () => {
  const { status, text } = await site.page('/no/such/page')
  expect(status).toBe(404)
  expect(text).toContain('role="search"')
  expect(text).toContain('content="noindex"')
  expect(text).not.toContain('rel="canonical"')
})

test('a search for markup finds nothing and shows it as words', async () => {
  const { text } = await site.page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&quot;&gt;&lt;script&gt;')
})

test('robots are shown the sitemap and kept from the studio', async () => {
  const { text } = await site.page('/robots.txt')
  expect(text).toContain('Disallow: /studio')
  expect(text).toContain('Sitemap: https://paper.example/sitemap.xml')
})

test('the manifest and the icon are of the brand', async () => {
  expect(JSON.parse((await site.page('/manifest.webmanifest')).text).name).toBe('Late <Horn>')
  expect((await site.page('/icon.svg')).text).toContain('#00AA88')
  const touch = await site.door(null, 'GET', '/icons/touch.png')
  expect(touch.headers.get('content-type')).toBe('image/png')
})

test('the web font is served under a name that never changes, and nothing else is', async () => {
  const [, address = ''] = /url\((\/fonts\/[^)]+)\)/.exec((await site.page('/')).text) ?? []
  const font = await site.door(null, 'GET', address)
  expect(font.headers.get('cache-control')).toContain('immutable')
  expect(
    Buffer.from(await font.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('wOF2')
  expect((await site.door(null, 'GET', '/fonts/..%2F..%2Fpackage.json')).status).toBe(404)
})
