import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { DeskEventJson } from '../../src/live/wire.ts'
import type { Story } from '../../src/newsroom/wire.ts'
import type { Presence } from '../../src/studio/wire.ts'
import { DESK, openBrowser, PHONE, watchSteadiness } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { type Note, noteRegions, since } from '../support/region-notes.ts'
import { RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let desk: Desk
let first: Story

beforeAll(async () => {
  site = await RunningSite.start({ script: 'src/main.ts' })
  browser = await openBrowser()
  desk = await Desk.open(site)
  first = await desk.publishNew(
    'Tugs win in overtime, and nobody knows how',
    'The horn went twice. '.repeat(200),
  )
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString()

async function open(
  path: string,
  viewport = DESK,
): Promise<{
  page: Page
  steady: Awaited<ReturnType<typeof watchSteadiness>>
  notes: (key: string) => Promise<Note[]>
}> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const steady = await watchSteadiness(page)
  const notes = await noteRegions(page, ['strip'])
  const streaming = page.waitForRequest((request) => request.url().includes('/live?'))
  await page.goto(site.url + path)
  await streaming
  return { page, steady, notes }
}

const strip = (page: Page) => page.locator('[data-region="strip"]')
const visible = (page: Page, text: string | RegExp) => strip(page).getByText(text).filter({ visible: true })

test.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])(
  'on %s, open pages follow an event, a promo, a new story and a correction without a reload or a jump',
  async (_, viewport) => {
    const opened = [await open('/', viewport), await open(first.published?.path ?? '', viewport)] as const
    const [{ page: front }, { page: story }] = opened

    const event = await desk.must<DeskEventJson>('POST', '/api/v1/events', {
      body: {
        title: 'Harbor City vs. The Night Owls',
        subtitle: 'Match 45, Season 4 - The Long Count Trivia League',
        start: { at: inSeconds(9), zone: 'America/New_York' },
        announceSeconds: 3600,
        soonSeconds: 5,
        action: { label: 'Watch Now', href: '/events' },
        finalWords: 'Harbor City 7, Night Owls 6',
      },
    })
    const startsAt = Date.parse(event.startsAt)
    for (const { page, notes } of opened) {
      await visible(page, 'Harbor City vs. The Night Owls').first().waitFor()
      await visible(page, /watch now/i)
        .first()
        .waitFor()
      const strip = await notes('strip')
      const [soon, live] = [
        since(strip, 'Starting Soon') - (startsAt - 5000),
        since(strip, 'Watch Now') - startsAt,
      ]
      expect(Math.min(soon, live)).toBeGreaterThan(-50)
      expect(Math.max(soon, live)).toBeLessThan(1000)
    }
    await desk.must('POST', `/api/v1/events/${event.id}/actions`, {
      body: { action: 'end', words: 'Harbor City 7, Night Owls 6' },
    })
    for (const page of [front, story])
      await visible(page, /Harbor City 7, Night Owls 6/)
        .first()
        .waitFor()

    const news = await desk.publishNew(`A second story, read on ${viewport.width} pixels`)
    await front.getByText(news.headline).first().waitFor()

    const headline = `Tugs win in the second overtime, and nobody on ${viewport.width} knows how`
    await desk.correct(first, headline)
    await story.locator('h1', { hasText: headline }).waitFor()
    await front.getByText(headline).first().waitFor()

    for (const { steady } of opened) {
      expect(await steady.shifts()).toEqual([])
      expect(steady.loads()).toBe(1)
    }
    await front.context().close()
    await story.context().close()
  },
)

test('a promo comes and goes with its window', async () => {
  const { page, steady } = await open('/')
  const wall = (seconds: number): string => inSeconds(seconds).slice(0, 19)
  await desk.must('POST', '/api/v1/promos', {
    body: {
      title: 'Spring Collection',
      text: 'T-Shirts, Hoodies, Hats',
      action: { label: 'Shop Now', url: '/about' },
      zone: 'UTC',
      from: wall(3),
      until: wall(7),
    },
  })
  const band = page.locator('[data-region="promos"]')
  await band.getByText('Spring Collection').filter({ visible: true }).waitFor()
  await band.getByText('Spring Collection').filter({ visible: true }).waitFor({ state: 'detached' })
  expect(await steady.shifts()).toEqual([])
})

test('a reader who was offline, and one whose page is older than a change, end with what everyone sees', async () => {
  const { page: away } = await open(first.published?.path ?? '')
  await away.context().setOffline(true)
  // Held back before its script runs, this one connects after the change that it was rendered before.
  const context = await browser.newContext({ viewport: DESK })
  const late = await context.newPage()
  let letIn: () => void = () => undefined
  const held = new Promise<void>((resolve) => (letIn = resolve))
  await late.route('**/assets/site-*.js', async (route) => {
    await held
    await route.continue()
  })
  await late.goto(site.url + (first.published?.path ?? ''), { waitUntil: 'commit' })
  await late.locator('h1').waitFor()
  const headline = 'What changed while you were away'
  await desk.correct(first, headline)
  letIn()
  await late.locator('h1', { hasText: headline }).waitFor()
  await away.waitForTimeout(3000)
  await away.context().setOffline(false)
  await away.locator('h1', { hasText: headline }).waitFor()
  // Each region is changed in a task of its own, and how long ago something was is said again every half minute.
  const differ = async () => {
    const [one, other] = await Promise.all([away, late].map((page) => page.locator('main').innerText()))
    return one !== other
  }
  await expect.poll(differ, { timeout: 60_000 }).toBe(false)
})

test('the tabs of one browser share one stream, and the rest goes on when the first is closed', async () => {
  const context = await browser.newContext()
  const streams: string[] = []
  context.on('request', (request) => {
    if (request.url().includes('/live?')) streams.push(request.url())
  })
  const path = first.published?.path ?? ''
  const tabs = [await context.newPage(), await context.newPage(), await context.newPage()]
  for (const tab of tabs) await tab.goto(site.url + path)
  await desk.correct(first, 'Told to three tabs')
  for (const tab of tabs) await tab.locator('h1', { hasText: 'Told to three tabs' }).waitFor()
  // A process says how many it has every two seconds.
  await expect.poll(async () => (await readersNow()).readers, { timeout: 10_000 }).toBe(1)
  await tabs[0]?.close()
  await desk.correct(first, 'Told to the two that are left')
  for (const tab of tabs.slice(1))
    await tab.locator('h1', { hasText: 'Told to the two that are left' }).waitFor()
})

test('of more tabs than one stream can tell of, those looked at last are followed, and another once it is looked at', async () => {
  const context = await browser.newContext()
  const places: string[][] = []
  context.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/live') places.push(searchParams.getAll('at'))
  })
  const path = first.published?.path ?? ''
  const leader = await context.newPage()
  await leader.goto(site.url + path)
  await expect.poll(() => places.at(-1)).toEqual([path])
  const front = await context.newPage()
  await front.goto(site.url)
  await expect.poll(() => places.at(-1)).toEqual([path, '/'])
  const crowd = (looked: number) =>
    front.evaluate((when) => {
      const tabs = new BroadcastChannel('pressbox')
      for (let i = 0; i < 30; i++) {
        const regions = Array.from({ length: 5 }, (_, j) => [`story:${when}-${i}/${j}`, ''])
        const watch = { tab: `tab ${i}`, regions, since: '', at: `/${when}/${i}`, looked: when }
        tabs.postMessage({ kind: 'watch', watch })
      }
    }, looked)
  // Never looked at, they do not take the place of one that is.
  await crowd(0)
  await expect.poll(() => places.at(-1)).toContain('/0/9')
  expect(places.at(-1)).toEqual(expect.arrayContaining([path, '/']))
  const later = Date.now() + 1000
  await crowd(later)
  await expect.poll(() => places.at(-1)).toContain(`/${later}/9`)
  expect(places.at(-1)).not.toContain('/')
  await desk.correct(first, 'Told to whom it can be told')
  await leader.locator('h1', { hasText: 'Told to whom it can be told' }).waitFor()
  await front.waitForTimeout(later - Date.now() + 1)
  await front.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await front.getByText('Told to whom it can be told').first().waitFor()
})

test('of two pushes that come in the wrong order the newer stays', async () => {
  const page = await (await browser.newContext()).newPage()
  let answered = false
  await page.route('**/live?*', async (route) => {
    if (answered) return route.abort()
    answered = true
    const at = new URL(route.request().url()).searchParams.get('since') ?? ''
    const [epoch, id] = at.split('.')
    const push = (key: string, later: number, html: string) =>
      `event: region\ndata: ${JSON.stringify({ key, at: `${epoch}.${Number(id) + later}`, hash: html, html })}\n\n`
    const strips = push('strip', 2, 'the newer') + push('strip', 1, 'the older')
    const body = strips + push('promos', 1, 'the last of all')
    await route.fulfill({ contentType: 'text/event-stream', body })
  })
  await page.goto(site.url)
  await page.locator('[data-region="promos"]').getByText('the last of all').waitFor()
  expect(await strip(page).innerText()).toBe('the newer')
})

const readersNow = (): Promise<Presence> => desk.must('GET', '/api/v1/presence')

test('a push leaves alone what a reader has selected, typed or focused', async () => {
  const { page } = await open('/search?q=story')
  const box = page.locator('main input[name=q]')
  await box.fill('half a w')
  await desk.publishNew('One more story')
  await page.waitForTimeout(500)
  expect(await box.inputValue()).toBe('half a w')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
  await page.goto(site.url + (first.published?.path ?? ''))
  await page.locator('h1').selectText()
  await page.waitForTimeout(300)
  await desk.correct(first, 'Not while somebody selects it')
  await page.waitForTimeout(700)
  expect(await page.locator('h1').innerText()).not.toMatch(/not while somebody/i)
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
  await page.locator('h1', { hasText: 'Not while somebody selects it' }).waitFor()
})
