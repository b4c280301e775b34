import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openBrowser, PHONE, watchSteadiness } from '../support/browser.ts'
import { makeFootage, WORDS } from '../support/desk-footage.ts'
import { type Note, noteRegions } from '../support/region-notes.ts'
import { RunningSite } from '../support/running-site.ts'
import { StudioHand } from '../support/studio-hand.ts'
import { draftProduct, makeCollection, promoteCollection, putOnSale, TYPES } from '../support/studio-shop.ts'

const EVENT = 'Harbor City vs. The Night Owls'
const HEADLINE = 'The rink cam video is out, and it is worse than the rumor'
const COLLECTION = 'Overtime Collection'
const LAST_TEE = 'Third Horn Tee'
const PRODUCTS = [
  LAST_TEE,
  'Sudden Death Hoodie',
  'Nobody Sit Down Crewneck',
  'Bench Minor Cap',
  'Section Nine Flag',
]
const SAYS = 'A man falls with a panel of the boards and calls for help.'
const SECOND_MS = 1000
const SOON_S = 60
const WAIT = { timeout: 90_000, interval: 200 }

let site: RunningSite
let browser: Browser
let studio: StudioHand
let owner: Page
let folder: string
let opensAt = 0
let reader: Page
let notes: (key: string) => Promise<Note[]>
let steady: Awaited<ReturnType<typeof watchSteadiness>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-whole-page-'))
  await makeFootage(join(folder, 'rink.mp4'), 12)
  site = await RunningSite.start()
  browser = await openBrowser()
  owner = await (await browser.newContext({ viewport: DESK })).newPage()
  studio = new StudioHand(owner, site.url)
  await studio.setUp(site.setupPath)
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
  await rm(folder, { recursive: true, force: true })
})

const dialog = (): Locator => owner.getByRole('dialog')
const serverNow = async (): Promise<number> =>
  Date.parse((await owner.request.get(`${site.url}/healthz`)).headers()['date'] ?? '')

test('a league with two sides, an event and its match are made in the studio', async () => {
  await studio.go('Events')
  await owner.getByRole('link', { name: 'New event' }).click()
  await studio.field('Title').fill(EVENT)
  await studio.field('Subtitle').fill('Match 45, Season 4 - The Long Count Trivia League')
  await studio.field('“Starting Soon” from, seconds before').fill(String(SOON_S))
  await studio.field('Button while it is live').fill('Watch Now')
  await studio.field('Where the button leads').fill('/events')
  // Far away: its start is moved when the page stands.
  await studio.setTime(
    'Starts',
    (await serverNow()) + 3600 * SECOND_MS,
    await studio.field('Time zone').inputValue(),
  )
  await studio.press('Make event')
  await studio.told('Event made.')

  await studio.go('League')
  await owner.getByRole('link', { name: 'New season' }).first().click()
  await studio.field('Name').fill('Season 4')
  await studio.press('Make season')
  await studio.press('Add sides')
  for (const name of ['Harbor City', 'The Night Owls']) {
    await owner.getByRole('button', { name: 'Add a side' }).first().click()
    await dialog().getByLabel('Name', { exact: true }).fill(name)
    await dialog().getByRole('button', { name: 'Add side' }).click()
    await dialog().waitFor({ state: 'detached' })
    await owner.getByRole('heading', { name }).waitFor()
  }
  await studio.press('Matches')
  await owner.getByRole('link', { name: 'New match' }).first().click()
  await studio.field('First side').selectOption('Harbor City')
  await studio.field('Second side').selectOption('The Night Owls')
  const event = studio.field('Event').locator('option', { hasText: EVENT })
  await studio.field('Event').selectOption((await event.getAttribute('value')) ?? '')
  await studio.press('Make match')
  await studio.told('Match made.')
})

test('footage is uploaded, three clips are marked, and a transcript is imported', async () => {
  await studio.go('Footage')
  await owner.getByLabel(/^Add footage/).setInputFiles(join(folder, 'rink.mp4'))
  const row = owner.locator('.row', { hasText: 'rink.mp4' })
  await row.getByText('Ready', { exact: true }).waitFor({ timeout: WAIT.timeout })
  await owner.getByRole('link', { name: 'rink.mp4' }).click()
  await owner.getByRole('slider', { name: 'Playhead' }).waitFor()
  await studio.press('Transcript')
  await studio.press('Import a transcript')
  await studio.field('Or paste it').fill(WORDS)
  await studio.press('Import')
  await studio.told('3 cues imported.')
  await studio.press('Clips')
  await markClip('The part before', '0:00.000', '0:03.500')
  await markClip('What the eight seconds left out', '0:03.500', '0:07.000', SAYS)
  await markClip('The gate', '0:07.000', '0:11.000')
  await expect.poll(() => owner.locator('.clip-state').count(), WAIT).toBe(0)
})

async function markClip(title: string, from: string, to: string, says?: string): Promise<void> {
  await studio.press('New clip from here')
  await studio.field('In').fill(from)
  await studio.field('Out').fill(to)
  await studio.field('Title').fill(title)
  await studio.field('What happens just before').fill('The usher has asked row four to sit down.')
  if (says) {
    await owner.getByLabel('Warn before it plays').check()
    await studio.field('What is shown').fill(says)
    await studio.field('Why it is published').fill('The league says that nobody called out.')
  }
  await owner.keyboard.press('Control+s')
  await studio.told('Clip saved.')
  await owner.locator('.row', { hasText: title }).waitFor()
}

test('the story is written with clips, quotes, a warning, a match and a shirt that nobody can see yet', async () => {
  for (const [i, type] of TYPES.entries())
    await draftProduct(studio, PRODUCTS[i] ?? '', type, type === 'T-Shirts' ? 1 : 9)
  await studio.makeAuthor('June Aldous')
  await studio.beginStory(HEADLINE)
  await studio.field('Add an author').selectOption('June Aldous')
  await studio
    .field('Standfirst')
    .fill('Nineteen seconds before the boards gave way, the whole building is laughing.')
  await studio.field('Story').click()
  await owner.keyboard.type('This is the fixed camera over section nine.')
  await insert('Clip', /The part before/)
  await quote('What’s he leaning on?', 'The part before')
  await insert('Clip', /What the eight seconds left out/)
  await quote('Nothing that’ll hold.', 'What the eight seconds left out')
  await insert('Clip', /The gate/)
  await insert('Card', `Put in ${EVENT}`)
  await insert('Card', `Put in ${LAST_TEE}`)
  await studio.publish()
})

const newLine = (): Promise<void> => owner.locator('.prose > p').last().click()

async function insert(tool: string, choice: string | RegExp): Promise<void> {
  await newLine()
  await studio.press(tool)
  await dialog().getByRole('button', { name: choice }).first().click()
  await dialog().waitFor({ state: 'detached' })
}

/** All words of one line of the transcript. */
async function quote(words: string, clip: string): Promise<void> {
  await newLine()
  await studio.press('Words of a clip')
  await dialog()
    .getByRole('button', { name: new RegExp(clip) })
    .click()
  const parts = words.split(' ')
  for (const word of [parts[0] ?? '', parts.at(-1) ?? ''])
    await dialog().getByRole('option', { name: word, exact: true }).first().click()
  await dialog().getByText(`“${words}”`).waitFor()
  await dialog().getByRole('button', { name: 'Take these words' }).click()
}

test('a collection of five types of products is made, to open in ninety seconds, with its promo', async () => {
  opensAt = (await serverNow()) + 90 * SECOND_MS
  await makeCollection(studio, COLLECTION, PRODUCTS, opensAt)
  await promoteCollection(studio, COLLECTION)
  for (const product of PRODUCTS) await putOnSale(studio, product)
})

test('what is bought can be picked up and paid there', async () => {
  await studio.open('/shop/checkout')
  await owner.getByLabel('Orders can be picked up').check()
  await studio.field('Where').fill('The desk, gate C')
  await studio.field('Country of the pickup').fill('US')
  await studio.press('Save')
  await studio.told('Settings saved.')
})

test('a reader on a phone opens the story: nothing of the video is loaded, and the warned clip is covered', async () => {
  const context = await browser.newContext({ viewport: PHONE })
  reader = await context.newPage()
  const loaded: string[] = []
  reader.on('request', (request) => {
    if (request.url().endsWith('.mp4')) loaded.push(request.url())
  })
  steady = await watchSteadiness(reader)
  notes = await noteRegions(reader, ['strip', 'promos'])
  await reader.goto(site.url)
  await reader.getByRole('link', { name: HEADLINE }).first().click()
  await reader.locator('h1', { hasText: HEADLINE }).waitFor()
  await reader.waitForLoadState()
  const clips = reader.locator('[data-region^="clip:"]')
  expect(await clips.count()).toBe(3)
  await clips.nth(1).getByText(SAYS).waitFor()
  expect(await clips.nth(1).locator('img').count()).toBe(0)
  await reader.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await reader.waitForTimeout(500)
  expect([await reader.locator('video').count(), loaded]).toEqual([0, []])
})

const playing = (): Locator => reader.locator('video')

test('the warned clip plays when it is asked to, and a quote plays its span', async () => {
  const warned = reader.locator('[data-region^="clip:"]').nth(1)
  await warned.getByRole('link', { name: /^Show and play/ }).click()
  const at = (): Promise<number> =>
    warned.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
  await expect.poll(at, WAIT).toBeGreaterThan(0.2)
  await reader
    .locator('figure.quote', { hasText: 'What’s he leaning on?' })
    .getByRole('link', { name: /^Play/ })
    .click()
  const first = reader.locator('[data-region^="clip:"]').first().locator('video')
  await expect
    .poll(() => first.evaluate((video: HTMLVideoElement) => video.currentTime), WAIT)
    .toBeGreaterThan(1)
  await expect.poll(() => first.evaluate((video: HTMLVideoElement) => video.paused), WAIT).toBe(true)
  expect(await playing().count()).toBe(2)
})

test('the strip goes from Starting Soon to live, its score ticks as the host rules, and a corrected ruling moves score and table', async () => {
  await studio.go('Events')
  await owner.getByRole('link', { name: EVENT }).click()
  await studio.setTime(
    'Starts',
    (await serverNow()) + 45 * SECOND_MS,
    await studio.field('Time zone').inputValue(),
  )
  await studio.press('Save')
  const strip = (words: RegExp): Promise<void> =>
    expect.poll(async () => (await notes('strip')).at(-1)?.text ?? '', WAIT).toMatch(words)
  await strip(/starting soon.*harbor city/i)
  const table = await (await browser.newContext({ viewport: PHONE })).newPage()
  await table.goto(`${site.url}/seasons/season-4`)
  await studio.go('League')
  await owner.getByRole('link', { name: 'Season 4' }).first().click()
  await owner.getByRole('link', { name: new RegExp(`console of ${EVENT}`, 'i') }).click()
  await owner.getByRole('group', { name: 'The match' }).waitFor()
  await owner.keyboard.press('b')
  await strip(/^live.*harbor city/i)
  await owner.keyboard.press('c')
  await strip(/1.*0/)
  await owner.keyboard.press('c')
  await strip(/1.*1/)
  for (let question = 2; question < 24; question++) await owner.keyboard.press(question % 8 === 3 ? 'c' : 'x')
  await owner.getByText('All saved', { exact: true }).waitFor({ timeout: WAIT.timeout })
  await owner
    .getByRole('button', { name: /^Change: Harbor City answer/ })
    .first()
    .click()
  await owner.getByRole('combobox', { name: 'Ruling' }).selectOption('wrong')
  await studio.field('Why it is changed').fill('The judges have looked again.')
  const before = (await notes('strip')).at(-1)?.text
  const onTable = (): Promise<string> => table.locator('main').innerText()
  const tableBefore = await onTable()
  await studio.press('Change it')
  await expect.poll(async () => (await notes('strip')).at(-1)?.text, WAIT).not.toBe(before)
  await expect.poll(onTable, WAIT).not.toBe(tableBefore)
  await table.context().close()
})

test('the collection opens on the open story, the reader buys the last shirt there, and sees it sell out', async () => {
  const tee = reader.locator('.story-card', { hasText: LAST_TEE })
  await tee.waitFor({ timeout: WAIT.timeout })
  expect(await serverNow()).toBeGreaterThan(opensAt - SECOND_MS)
  await expect
    .poll(async () => (await notes('promos')).at(-1)?.text ?? '', WAIT)
    .toMatch(/overtime collection.*shop now/i)
  await tee.getByRole('button', { name: 'Buy' }).click()
  await tee.getByText(/in your cart/i).waitFor()
  const counter = await reader.context().newPage()
  await counter.goto(`${site.url}/checkout`)
  await counter.getByLabel('E-mail').fill('reader@example.org')
  await counter.getByLabel('Name').fill('Nora B.')
  await counter.getByRole('button', { name: 'Place the order' }).click()
  await counter.waitForURL(/\/orders\//)
  await tee
    .getByText(/sold out/i)
    .first()
    .waitFor()
  expect(await steady.shifts()).toEqual([])
  expect(steady.loads()).toBe(2)
})
