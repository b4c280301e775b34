import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCorrection } from '../../src/demo/content/stories.ts'
import type { DeskEventJson } from '../../src/live/wire.ts'
import { DESK, openBrowser, watchSteadiness } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { type Note, noteRegions } from '../support/region-notes.ts'
import { RunningSite } from '../support/running-site.ts'
import { StudioHand } from '../support/studio-hand.ts'

const TWO_MINUTES_MS = 120_000
const CHANGED = 'The camera was not asleep at all'
const WAIT = { timeout: TWO_MINUTES_MS, interval: 200 }

let site: RunningSite
let browser: Browser
let startedAt: number
let desk: Desk

beforeAll(async () => {
  site = await RunningSite.start({ args: [] })
  startedAt = Date.now()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

interface Watched {
  page: Page
  steady: Awaited<ReturnType<typeof watchSteadiness>>
  notes: (key: string) => Promise<Note[]>
}

async function watchFront(): Promise<Watched> {
  const page = await (await browser.newContext({ viewport: DESK })).newPage()
  const [steady, notes] = [
    await watchSteadiness(page),
    await noteRegions(page, ['strip', 'league/now', 'shop/now']),
  ]
  await page.goto(site.url)
  return { page, steady, notes }
}

const saying = (words: RegExp): unknown =>
  expect.objectContaining({ text: expect.stringMatching(words) as unknown })

const SECOND_MS = 1000
const DROP = 'Overtime Collection'

test('an untouched front page sees a score tick, the strip flip, a drop open and sell, the show go live and a headline corrected within two minutes', async () => {
  const { page, steady, notes } = await watchFront()
  const score = async (): Promise<string> => (await notes('league/now')).at(-1)?.text ?? ''
  const before = await score()
  await expect.poll(score, WAIT).not.toBe(before)
  expect(Date.now() - startedAt).toBeLessThan(45 * SECOND_MS)
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/starting soon.*harbor city/i))
  await expect.poll(() => notes('shop/now'), WAIT).toContainEqual(saying(new RegExp(DROP, 'i')))
  await expect.poll(() => notes('shop/now'), WAIT).toContainEqual(saying(/left|sold out/i))
  await page.getByText(demoCorrection.headline).first().waitFor({ timeout: TWO_MINUTES_MS })
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/^live.*harbor city.*watch now/i))
  expect(Date.now() - startedAt).toBeLessThan(TWO_MINUTES_MS)
  expect(await steady.shifts()).toEqual([])
  expect(steady.loads()).toBe(1)
})

test('the first words of the studio invite to change a headline, and the phone beside them shows it at once', async () => {
  desk = await Desk.open(site)
  const page = await (await browser.newContext({ viewport: DESK })).newPage()
  const studio = new StudioHand(page, site.url)
  await studio.signIn()
  const phone = page.frameLocator('iframe[title="The site, as a phone shows it"]')
  const field = page.getByRole('textbox', { name: /^Change this headline/ })
  await phone
    .getByText(await field.inputValue())
    .first()
    .waitFor()
  await field.fill(CHANGED)
  const answered = page.waitForResponse((response) => response.url().endsWith('/publish'))
  await studio.press('Change it')
  await answered
  await phone.getByText(CHANGED).first().waitFor({ timeout: 1000 })
})

test('one button plays the demo match, and its score stands on the strip', async () => {
  const { notes } = await watchFront()
  const page = await (await browser.newContext({ viewport: DESK })).newPage()
  const studio = new StudioHand(page, site.url)
  await studio.signIn()
  await studio.press('Play the demo match')
  await studio.told(/^The match is on/)
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/harbor city.*[1-9]/i))
})

test('the footage that the demo draws stands in its story, and plays when it is asked to', async () => {
  const page = await (await browser.newContext({ viewport: DESK })).newPage()
  await page.goto(`${site.url}/stories/rink-cam-video`)
  const clips = page.locator('[data-region^="clip:"]')
  await expect.poll(() => clips.count(), WAIT).toBe(3)
  expect(await page.locator('video').count()).toBe(0)
  await clips.first().getByRole('link', { name: /play/i }).first().click()
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), WAIT)
    .toBeGreaterThan(0)
})

test('a second start on the same folder has everything still, and stages the next match', async () => {
  const before = site.output
  await site.stop()
  await site.start()
  expect(before).toContain('Sowing')
  expect(site.output).not.toContain('Sowing')
  const { page, notes } = await watchFront()
  await page.getByText(CHANGED).first().waitFor()
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/starting soon.*bus 19 vs/i))
})

test('what a visitor has put off, and what was sold since, is no reason not to start again', async () => {
  const { items } = await desk.must<{ items: DeskEventJson[] }>('GET', '/api/v1/desk/events?state=now')
  const waiting = items.find(({ title }) => /bus 19 vs/i.test(title))
  await desk.must('POST', `/api/v1/events/${waiting?.id}/actions`, { body: { action: 'postpone' } })
  await site.stop()
  await site.start()
  const { notes } = await watchFront()
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/starting soon/i))
})
