import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findingsOf } from '../support/axe.ts'
import { DESK, openBrowser, PHONE, watchSteadiness } from '../support/browser.ts'
import { type FootageStory, footageStory } from '../support/footage-story.ts'
import { wholeHouse, type WholeHouse } from '../support/whole-house.ts'

let house: WholeHouse
let browser: Browser
let story: FootageStory

beforeAll(async () => {
  house = await wholeHouse()
  story = await footageStory(house.p)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const isVideo = (url: string): boolean => url.includes('.mp4') || url.includes('.vtt')

interface Opening extends BrowserContextOptions {
  /** Of the clock's: what a busy machine is late by is then less of the clip. */
  pace?: number
}

/** The open story, and which parts of videos it has asked for. */
async function open({ pace = 1, ...options }: Opening = {}) {
  const context = await browser.newContext({ viewport: DESK, ...options })
  const page = await context.newPage()
  const asked: string[] = []
  await page.addInitScript((rate) => {
    // On a busy machine Chromium takes the line for a slow one, and waits for its decoder: only a test says that it waits.
    Object.defineProperty(navigator, 'connection', { value: { effectiveType: '4g' } })
    const stop = (event: Event) => event.isTrusted && event.stopImmediatePropagation()
    addEventListener('waiting', stop, true)
    addEventListener('play', ({ target }) => ((target as HTMLVideoElement).playbackRate = rate), true)
  }, pace)
  page.on('request', (request) => isVideo(request.url()) && asked.push(request.url()))
  const steady = await watchSteadiness(page)
  await page.goto(house.origin + story.path)
  return { page, asked, steady }
}

const boxOf = (page: Page, clip: string): Locator =>
  page.locator(`[data-region="clip:${clip}/player"] .clip-box`)
const timeOf = (box: Locator): Promise<number> =>
  box.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
const isPaused = (box: Locator): Promise<boolean> =>
  box.locator('video').evaluate((video: HTMLVideoElement) => video.paused)
const plays = (box: Locator): Promise<void> => expect.poll(() => timeOf(box)).toBeGreaterThan(0.3)

test('before a clip is asked for there is no byte of it, no player, and of a warned one no poster', async () => {
  const { page, asked } = await open()
  await page.mouse.wheel(0, 5000)
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  expect(await page.locator('video').count()).toBe(0)
  expect(await boxOf(page, story.warned).locator('img').count()).toBe(0)
})

test.each([
  ['a desk takes the large size', DESK, '/720p.mp4'],
  ['a phone takes the small one', PHONE, '/360p.mp4'],
])('%s, with captions, in the browser’s own player, which has the focus', async (_, viewport, name) => {
  const { page, asked, steady } = await open({ viewport })
  const box = boxOf(page, story.plain)
  await box.getByRole('link', { name: 'Play' }).click()
  await plays(box)
  expect(asked.filter((url) => url.includes('.mp4'))).toEqual([expect.stringContaining(name)])
  expect(await box.locator('video').evaluate((video: HTMLVideoElement) => video.controls)).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('VIDEO')
  await expect
    .poll(() => box.locator('video').evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length))
    .toBe(1)
  expect(await steady.shifts()).toEqual([])
})

test('on a line that does not keep up the large size gives way to the small one, from where it stands', async () => {
  const { page, asked } = await open()
  const box = boxOf(page, story.plain)
  await box.getByRole('link', { name: 'Play' }).click()
  await plays(box)
  const before = await timeOf(box)
  await box.locator('video').dispatchEvent('waiting')
  await expect.poll(() => asked.some((url) => url.includes('/360p.mp4'))).toBe(true)
  await expect.poll(() => timeOf(box)).toBeGreaterThan(before)
  expect(await isPaused(box)).toBe(false)
})

test('it is played by the keyboard alone, and one clip plays at a time', async () => {
  const { page } = await open()
  const [plain, warned] = [boxOf(page, story.plain), boxOf(page, story.warned)]
  await plain.getByRole('link', { name: 'Play' }).focus()
  await page.keyboard.press('Enter')
  await plays(plain)
  await warned.getByRole('link', { name: 'Show and play' }).focus()
  await page.keyboard.press('Enter')
  await plays(warned)
  expect(await isPaused(plain)).toBe(true)
  await page.keyboard.press('Space')
  await expect.poll(() => isPaused(warned)).toBe(true)
})

test('a warning comes first: its box says what is shown, and each of its choices does what it says', async () => {
  const { page, asked } = await open()
  const box = boxOf(page, story.warned)
  expect(await box.textContent()).toContain('A man is hurt at 0:19')
  await box.getByRole('link', { name: 'Read what is said instead' }).click()
  await page.getByText('Usher: What’s he leaning on?').filter({ visible: true }).waitFor()
  expect(asked).toEqual([])
  await box.getByRole('link', { name: 'Play without sound' }).click()
  await plays(box)
  expect(await box.locator('video').evaluate((video: HTMLVideoElement) => video.muted)).toBe(true)
})

test('the mark of a quote plays its span in the clip’s own place and stops at its end', async () => {
  const { page } = await open({ pace: 0.25 })
  const box = boxOf(page, story.plain)
  await page.getByRole('link', { name: /^Play 0:04 to 0:05/ }).click()
  await expect.poll(() => timeOf(box)).toBeGreaterThan(4)
  await expect.poll(() => isPaused(box)).toBe(true)
  expect(Math.abs((await timeOf(box)) - 5)).toBeLessThan(0.2)
  expect(await box.evaluate((each) => each.getBoundingClientRect().bottom <= innerHeight + 1)).toBe(true)
  // Who plays on is free.
  await box.locator('video').evaluate((video: HTMLVideoElement) => video.play())
  await expect.poll(() => timeOf(box)).toBeGreaterThan(5.5)
  await page
    .getByRole('link', { name: /^Play 0:09 to 0:12/ })
    .first()
    .click()
  await expect.poll(() => timeOf(box)).toBeGreaterThan(9)
  expect(await timeOf(box)).toBeLessThan(12)
})

test('the mark of a warned clip leads to the warning, and then to its span', async () => {
  const { page, asked } = await open({ pace: 0.25 })
  const box = boxOf(page, story.warned)
  await page.getByRole('link', { name: /^Play 0:01 to 0:03.*Warning: A man is hurt/ }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Show and play')
  expect(asked).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(() => timeOf(box)).toBeGreaterThan(1)
  await expect.poll(() => isPaused(box)).toBe(true)
  expect(Math.abs((await timeOf(box)) - 3)).toBeLessThan(0.2)
})

test('a clip that is only quoted plays where it is quoted', async () => {
  const { page } = await open()
  await page.getByRole('link', { name: /of “From the other side”/ }).click()
  const box = boxOf(page, story.quotedOnly)
  await expect.poll(() => timeOf(box)).toBeGreaterThan(9)
  expect(await box.isVisible()).toBe(true)
  expect(await box.evaluate((each) => each.closest('details.clips-quoted') === null)).toBe(true)
})

test('a clip that does not come through says so, with a way on', async () => {
  const { page } = await open()
  await page.route('**/*.mp4', (route) => route.abort())
  const box = boxOf(page, story.plain)
  await box.getByRole('link', { name: 'Play' }).click()
  const alert = box.getByRole('alert')
  await alert.waitFor()
  expect(await alert.getByRole('link').getAttribute('href')).toContain('.mp4')
  await page.unroute('**/*.mp4')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await plays(box)
  expect(await alert.count()).toBe(0)
})

test('where the player cannot be loaded, the link is what it is without script', async () => {
  const context = await browser.newContext({ viewport: DESK })
  const page = await context.newPage()
  await page.route('**/assets/public-*.js', (route) => route.abort())
  await page.goto(house.origin + story.path)
  await boxOf(page, story.plain).getByRole('link', { name: 'Play' }).click()
  await page.waitForURL('**/720p.mp4')
})

test('a push leaves a playing clip alone and renews the words around it', async () => {
  const { page } = await open()
  const box = boxOf(page, story.plain)
  await box.getByRole('link', { name: 'Play' }).click()
  await plays(box)
  const before = await timeOf(box)
  await house.p.write(async (w) => {
    await sql`update clips set before = 'The horn has just gone.' where id = ${story.plain}`.execute(w.q)
    w.touch(`clip:${story.plain}`)
  })
  await page.getByText('Just before it begins: The horn has just gone.').waitFor()
  await expect.poll(() => timeOf(box)).toBeGreaterThan(before + 0.3)
  expect(await isPaused(box)).toBe(false)
})

test('without script every mark and button is a link to the file, at its span', async () => {
  const { page } = await open({ javaScriptEnabled: false })
  const marks = await page
    .locator('a[data-clip]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(marks.map((href) => href?.replace(/.*\//, ''))).toEqual([
    '720p.mp4#t=1,3',
    '720p.mp4#t=4,5',
    '720p.mp4#t=9,12',
    '720p.mp4#t=9,12',
  ])
  expect(await boxOf(page, story.plain).getByRole('link').getAttribute('href')).toMatch(/\/720p\.mp4$/)
  expect(await page.getByText('Gone? Our own account of it').isVisible()).toBe(true)
  const [, , tied = ''] = marks
  await page.goto(new URL(tied ?? '', house.origin).href)
  await expect.poll(() => page.url()).toContain('#t=9,12')
})

test('axe finds nothing, before and after', async () => {
  const { page } = await open()
  expect(await findingsOf(page)).toEqual([])
  await boxOf(page, story.plain).getByRole('link', { name: 'Play' }).click()
  await plays(boxOf(page, story.plain))
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)))
  expect(await findingsOf(page)).toEqual([])
})
