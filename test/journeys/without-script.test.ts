import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Story } from '../../src/newsroom/wire.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await RunningSite.start({ args: [] })
  browser = await openBrowser()
  page = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage()
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

const open = async (path: string): Promise<void> => {
  const response = await page.goto(site.url + path)
  expect(response?.status()).toBe(200)
}
const shownTexts = async (selector: string): Promise<string[]> =>
  (await page.locator(selector).filter({ visible: true }).allInnerTexts()).map((text) => text.trim())

test('the front page says everything: what is on, the lead, short takes, shelves and what is coming', async () => {
  await open('/')
  expect(await shownTexts('[data-region="strip"]')).toEqual([expect.stringMatching(/\S/)])
  expect(await shownTexts('[data-region="promos"]')).toEqual([expect.stringMatching(/\S/)])
  expect(await shownTexts('.lead h2')).toEqual([expect.stringMatching(/\S/)])
  expect((await shownTexts('.take h3')).length).toBeGreaterThan(3)
  expect((await shownTexts('.card h3')).length).toBeGreaterThan(10)
  expect((await shownTexts('.live-coming a')).length).toBeGreaterThan(1)
})

test('at every instant exactly one face of each timeline is to be seen', async () => {
  await open('/')
  for (const place of ['[data-region="strip"]', '[data-region="promos"]', '.live-panel'])
    expect(await page.locator(`${place} > *`).filter({ visible: true }).count()).toBe(1)
})

test('every picture of a page is there, and none is broken', async () => {
  for (const path of ['/', '/authors/june-aldous', await storyWith('.shot img')]) {
    await open(path)
    const pictures = await page.locator('img').all()
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) {
      expect(await picture.getAttribute('alt')).not.toBeNull()
      const answer = await page.request.get(site.url + (await picture.getAttribute('src')))
      expect(`${answer.status()} ${answer.headers()['content-type']}`).toMatch(/^200 image\//)
    }
  }
})

test('a video of another site is a link to it', async () => {
  await open(await storyWith('load-embed'))
  const link = page.locator('load-embed a')
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/(www\.youtube\.com|vimeo\.com)\//)
  expect(await page.locator('iframe').count()).toBe(0)
})

test('every story of a long list can be reached from its first page', async () => {
  const desk = await Desk.open(site)
  const published: Story[] = []
  for (let i = 1; i <= 45; i++) published.push(await desk.publishNew(`Shift ${i} of a long night`))
  await open('/authors/lena-marsh')
  const seen: (string | null)[] = []
  for (;;) {
    const links = await page.locator('.teasers a', { hasText: /^Shift/ }).all()
    for (const link of links) seen.push(await link.getAttribute('href'))
    const older = page.locator('a[rel=next]')
    if ((await older.count()) === 0) break
    await older.click()
    await page.waitForLoadState()
  }
  expect(seen).toEqual(published.map((story) => story.published?.path).reverse())
})

test('a search finds, and says when it does not', async () => {
  await open('/search')
  await page.locator('main input[name=q]').fill('ferry')
  await page.locator('main button').click()
  expect(new URL(page.url()).search).toBe('?q=ferry')
  await page.locator('main').getByRole('link').first().waitFor()
  await open('/search?q=xylophone')
  expect(await page.locator('main').innerText()).toMatch(/nothing/i)
})

test('the menus lead everywhere', async () => {
  await open('/')
  const paths = new Set<string>()
  for (const link of await page.locator('header a[href^="/"], footer a[href^="/"]').all())
    paths.add((await link.getAttribute('href')) ?? '')
  expect(paths.size).toBeGreaterThan(5)
  for (const path of paths)
    expect([path, (await page.request.get(site.url + path)).status()]).toEqual([path, 200])
})

test('an event says when it is, in words, and its calendar file can be had', async () => {
  await open('/events')
  await page.locator('main a[href^="/events/"]').first().click()
  await page.waitForLoadState()
  await page.locator('main h1').waitFor()
  expect((await shownTexts('main time')).length).toBeGreaterThan(0)
  const calendar = await page.locator('main a[href$=".ics"]').first().getAttribute('href')
  const answer = await page.request.get(site.url + calendar)
  expect(answer.headers()['content-type']).toMatch(/text\/calendar/)
})

/** The first story of the archive that shows this. */
async function storyWith(selector: string): Promise<string> {
  const found = await page.request.get(`${site.url}/api/v1/stories?limit=50`)
  const { items } = (await found.json()) as { items: { path: string }[] }
  for (const { path } of items) {
    await page.goto(site.url + path)
    if ((await page.locator(selector).count()) > 0) return path
  }
  throw new Error(`No story of the demo has ${selector}`)
}
