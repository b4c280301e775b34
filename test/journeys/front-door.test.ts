import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskEventDetail } from '../../src/live/wire.ts'
import { DESK, openBrowser, watchSteadiness } from '../support/browser.ts'
import { type Note, noteRegions, says, since } from '../support/region-notes.ts'
import { RunningSite } from '../support/running-site.ts'
import { StudioHand } from '../support/studio-hand.ts'

const EVENT = 'Harbor City vs. The Night Owls'
const SUBTITLE = 'Match 45, Season 4 - The Long Count Trivia League'
const FINAL_WORDS = 'Harbor City 7, Night Owls 6'
const PROMO = 'Spring Collection'
const FIRST = 'Tugs win in overtime, and nobody knows how'
const SECOND = 'The owl that lives above section nine'
const CORRECTED = 'The two owls that live above section nine'

const SECOND_MS = 1000
const START_MS = 40 * SECOND_MS
const SOON_S = 25
const PROMO_FROM_MS = 8 * SECOND_MS
const PROMO_MS = 20 * SECOND_MS

interface Tab {
  page: Page
  steady: Awaited<ReturnType<typeof watchSteadiness>>
  notes: (key: string) => Promise<Note[]>
}

let site: RunningSite
let browser: Browser
let studio: StudioHand
let owner: Page

beforeAll(async () => {
  site = await RunningSite.start()
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: DESK })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  owner = await context.newPage()
  studio = new StudioHand(owner, site.url)
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

const art = (color: string): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1000, channels: 3, background: color } })
    .png()
    .toBuffer()
const file = async (name: string, color: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await art(color),
})

test('nobody gets in without the one-time link; with it the first account is made, and then the link is dead', async () => {
  await studio.open('')
  await studio.heading('Sign in').waitFor()
  await studio.open('/setup?token=a-guess')
  await studio.field('Your name').fill('Somebody Else')
  await studio.field('E-mail').fill('else@example.com')
  await studio.field('Password').fill('another whole sentence')
  await studio.press('Open the studio')
  await owner.getByRole('alert').getByText(/link/i).waitFor()

  await studio.setUp(site.setupPath)

  const stranger = await browser.newPage()
  await stranger.goto(site.url + site.setupPath)
  await stranger.getByRole('heading', { name: 'Already set up' }).waitFor()
  await stranger.close()
})

test('an event, a promo and a story are made in the studio, and pages that were open all along follow on the second', async () => {
  await writeFirstStory()
  const context = await browser.newContext({ viewport: DESK })
  const front = await follow(context.newPage(), '/')
  const story = await follow(context.newPage(), await pathOf(front.page, FIRST))
  const tabs = [front, story]

  const startsAt = await makeEvent()
  const promo = await makePromo()
  await writeSecondStory()
  await front.page.getByText(SECOND).first().waitFor()

  await studio.go('Stories')
  await owner.getByRole('link', { name: SECOND }).click()
  await correctHeadline()
  await front.page.getByText(CORRECTED).first().waitFor()

  for (const { notes } of tabs)
    await expect.poll(() => notes('strip'), WAIT).toContainEqual(said('Watch Now'))
  await studio.go('Events')
  await owner.getByRole('button', { name: 'Now', exact: true }).click()
  await owner.getByRole('link', { name: EVENT }).click()
  const endedAt = await endEvent()
  for (const { notes } of tabs)
    await expect.poll(() => notes('strip'), WAIT).toContainEqual(said(FINAL_WORDS))

  for (const { notes, steady } of tabs) {
    const strip = await notes('strip')
    expect(strip[0]?.text).not.toContain(EVENT)
    within(since(strip, 'Starting Soon'), startsAt - SOON_S * SECOND_MS)
    within(since(strip, 'Watch Now'), startsAt)
    within(since(strip, FINAL_WORDS), endedAt)
    const band = await notes('promos')
    within(since(band, PROMO), promo.from)
    within(since(band.slice(band.findIndex(({ text }) => says(text, PROMO)) + 1), ''), promo.until)
    expect(await steady.shifts()).toEqual([])
    expect(steady.loads()).toBe(1)
  }
})

test('the story reads as it was written, and loads its video when it is asked for', async () => {
  const page = await browser.newPage({ viewport: DESK })
  await page.goto(site.url)
  await page.goto(site.url + (await pathOf(page, CORRECTED)))
  const article = page.locator('main')
  for (const name of ['Above the rink', 'What is known'])
    await article.getByRole('heading', { name, exact: true }).waitFor()
  await article.locator('blockquote', { hasText: 'It looked at me first.' }).waitFor()
  await article.getByText('Walt Deacon, section nine').waitFor()
  expect(await article.locator('li', { hasText: /^(Two owls|One rafter)$/ }).count()).toBe(2)
  await article.locator('a[href="https://example.com/owls"]', { hasText: 'the owl book' }).waitFor()
  await article.getByAltText('An owl on a scoreboard').waitFor()
  await article.getByAltText('The rafters above section nine').waitFor()
  await article.getByRole('link', { name: EVENT }).first().waitFor()
  await article.getByText('The owl, live').waitFor()
  await article.getByText('It was two owls, not one.').waitFor()
  expect(await article.locator('iframe').count()).toBe(0)
  await article.getByText('Load video from YouTube').click()
  expect(await article.locator('iframe').getAttribute('src')).toContain(
    'https://www.youtube-nocookie.com/embed/',
  )
  await page.close()
})

const WAIT = { timeout: 60_000, interval: 100 }
const said = (words: string): unknown =>
  expect.objectContaining({ text: expect.stringMatching(new RegExp(words, 'i')) as unknown })

/** Within a second of the instant, and not before it. */
function within(at: number, instant: number): void {
  expect(at - instant).toBeGreaterThan(-50)
  expect(at - instant).toBeLessThan(SECOND_MS)
}

async function follow(opening: Promise<Page>, path: string): Promise<Tab> {
  const page = await opening
  const [steady, notes] = [await watchSteadiness(page), await noteRegions(page, ['strip', 'promos'])]
  await page.goto(site.url + path)
  await expect.poll(() => notes('strip'), WAIT).not.toHaveLength(0)
  return { page, steady, notes }
}

const pathOf = async (page: Page, headline: string): Promise<string> =>
  (await page.getByRole('link', { name: headline }).first().getAttribute('href')) ?? ''

async function writeFirstStory(): Promise<void> {
  await studio.makeAuthor('Mo Vance')
  await studio.makeTag('Harbor City')
  await studio.makeTag('Owls')
  await studio.beginStory(FIRST)
  await studio.field('Standfirst').fill('The horn went twice.')
  await studio.field('Add an author').selectOption('Mo Vance')
  await studio.field('Story').click()
  await owner.keyboard.type('The horn went twice, and then it went again.')
  await studio.publish()
  await owner.getByRole('link', { name: 'See it on the site' }).waitFor()
  const reader = await browser.newPage()
  await reader.goto(site.url)
  await reader.getByText(FIRST).first().waitFor()
  await reader.close()
}

async function serverNow(): Promise<number> {
  const response = await owner.request.get(`${site.url}/healthz`)
  return Date.parse(response.headers()['date'] ?? '')
}

async function makeEvent(): Promise<number> {
  await studio.go('Events')
  await owner.getByRole('link', { name: 'New event' }).click()
  await studio.field('Title').fill(EVENT)
  await studio.field('Subtitle').fill(SUBTITLE)
  await studio.field('“Starting Soon” from, seconds before').fill(String(SOON_S))
  await studio.field('Button while it is live').fill('Watch Now')
  await studio.field('Where the button leads').fill('/events')
  const startsAt = (await serverNow()) + START_MS
  await studio.setTime('Starts', startsAt, await studio.field('Time zone').inputValue())
  await studio.press('Make event')
  await studio.told('Event made.')
  return startsAt
}

async function makePromo(): Promise<{ from: number; until: number }> {
  await studio.go('Promos')
  await owner.getByRole('link', { name: 'New promo' }).click()
  await studio.field('Title').fill(PROMO)
  await studio.field('Text').fill('T-Shirts, Hoodies, Hats')
  await studio.field('Button').fill('Shop Now')
  await studio.field('Where it leads').fill('/about')
  const from = (await serverNow()) + PROMO_FROM_MS
  const zone = await zoneOf('From')
  await studio.setTime('From', from, zone)
  await studio.setTime('Until', from + PROMO_MS, zone)
  await studio.press('Make promo')
  await studio.told('Promo made.')
  return { from, until: from + PROMO_MS }
}

/** As the hint of a wall clock's field says it: `America/New York, GMT-5`. */
async function zoneOf(label: string): Promise<string> {
  const hint = await studio.field(label).getAttribute('aria-describedby')
  const words = await owner.locator(`[id="${hint}"]`).innerText()
  return (words.split(',')[0] ?? '').replaceAll(' ', '_')
}

async function writeSecondStory(): Promise<void> {
  await addCover()
  await studio.beginStory(SECOND)
  await studio.field('Standfirst').fill('It has a season ticket, and no team.')
  await studio.field('Add an author').selectOption('Mo Vance')
  await studio.field('Add a tag').selectOption('Owls')
  await studio.field('Add a tag').selectOption('Harbor City')
  await studio.field('Add a tag').selectOption('New tag…')
  await studio.field('Name').fill('Season tickets')
  await studio.press('Save')
  await owner.getByRole('button', { name: 'Remove Season tickets' }).waitFor()
  await owner.getByRole('group', { name: 'Cover' }).getByRole('button', { name: 'Choose a picture' }).click()
  await studio.press('Use: An owl on a scoreboard')
  await writeBody()
  await studio.publish()
}

async function addCover(): Promise<void> {
  await studio.go('Media')
  await studio.field(/^Add pictures/).setInputFiles(await file('owl.png', '#ff5a1f'))
  await studio.field('What it shows').fill('An owl on a scoreboard')
  await studio.press('Save')
  await studio.told('Picture saved.')
}

async function writeBody(): Promise<void> {
  const { keyboard } = owner
  const newLine = () => owner.locator('.prose > p').last().click()
  await studio.field('Story').click()
  await keyboard.type('Nobody let it in. Read the owl book')
  for (const _ of ['the', 'owl', 'book']) await keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await studio.press('Link')
  await inDialog('Address').fill('https://example.com/owls')
  await studio.press('Set link')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await studio.press('Heading')
  await keyboard.type('Above the rink')
  await keyboard.press('Enter')
  await keyboard.type('It came with the second period.')
  await keyboard.press('Enter')
  await studio.press('Quote')
  await keyboard.type('It looked at me first.')
  await studio.field('Who said it').fill('Walt Deacon, section nine')
  await newLine()
  await studio.press('List')
  for (const item of ['Two owls', 'One rafter']) {
    await keyboard.type(item)
    await keyboard.press('Enter')
  }
  await keyboard.press('Enter')
  await studio.press('Picture')
  await inDialog(/^Add a picture/).setInputFiles(await file('rafters.png', '#0c0c0d'))
  await studio.field('What it shows').fill('The rafters above section nine')
  await newLine()
  await owner.evaluate(() =>
    navigator.clipboard.writeText('https://www.youtube.com/watch?v=abcdefghi-_&t=65'),
  )
  await keyboard.press('ControlOrMeta+V')
  await owner.getByText('YouTube video abcdefghi-_').waitFor()
  await studio.field('Title').fill('The owl, live')
  await newLine()
  await studio.press('Card')
  await studio.press(`Put in ${EVENT}`)
  await newLine()
  await studio.press('Small heading')
  await keyboard.type('What is known')
  await keyboard.press('Enter')
  await keyboard.type('It has been two owls all along.')
}

const inDialog = (label: string | RegExp): Locator =>
  owner.getByRole('dialog').getByLabel(label, { exact: typeof label === 'string' })

async function correctHeadline(): Promise<void> {
  await studio.field('Headline').fill(CORRECTED)
  await studio.press('Correct with a note')
  await studio.field('What was wrong, and what is right').fill('It was two owls, not one.')
  await studio.press('Publish the correction')
  await studio.told('Corrected on every open page.')
}

/** When it ended, on the server's clock, as the door says that ends it. */
async function endEvent(): Promise<number> {
  await studio.press('End')
  await studio.field('Final words on the strip').fill(FINAL_WORDS)
  const answer = owner.waitForResponse((response) => response.url().endsWith('/actions'))
  await owner.getByRole('dialog').getByRole('button', { name: 'End' }).click()
  const { facts } = (await (await answer).json()) as DeskEventDetail
  await studio.told('Ended.')
  return Date.parse(facts.find(({ kind }) => kind === 'end')?.at ?? '')
}
