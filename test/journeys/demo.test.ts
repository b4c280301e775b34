import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCorrection } from '../../src/demo/content/stories.ts'
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
  const [steady, notes] = [await watchSteadiness(page), await noteRegions(page, ['strip'])]
  await page.goto(site.url)
  return { page, steady, notes }
}

const saying = (words: RegExp): unknown =>
  expect.objectContaining({ text: expect.stringMatching(words) as unknown })

test('an untouched front page sees the strip flip, the show go live and a headline corrected within two minutes', async () => {
  const { page, steady, notes } = await watchFront()
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/starting soon.*harbor city/i))
  await page.getByText(demoCorrection.headline).first().waitFor({ timeout: TWO_MINUTES_MS })
  await expect.poll(() => notes('strip'), WAIT).toContainEqual(saying(/^live.*harbor city.*watch now/i))
  expect(Date.now() - startedAt).toBeLessThan(TWO_MINUTES_MS)
  expect(await steady.shifts()).toEqual([])
  expect(steady.loads()).toBe(1)
})

test('the first words of the studio invite to change a headline, and the phone beside them shows it at once', async () => {
  await Desk.open(site)
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
