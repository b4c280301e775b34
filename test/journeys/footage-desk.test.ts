import { appendFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureSetupLink } from '../../src/people/public.ts'
import { findingsOf } from '../support/axe.ts'
import { DESK, openBrowser } from '../support/browser.ts'
import { makeFootage, WORDS } from '../support/desk-footage.ts'
import { StudioHand } from '../support/studio-hand.ts'
import { wholeHouse, type WholeHouse } from '../support/whole-house.ts'

/** As long as a busy machine takes to process a few seconds of video. */
const PROCESSING = { timeout: 90_000 }

let house: WholeHouse
let browser: Browser
let page: Page
let network: CDPSession
let studio: StudioHand
let folder: string
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressbox-footage-desk-'))
  await makeFootage(file('rink.mp4'), 24)
  // More than is sent in one request: a browser that is taken off the network still ends the one it is at.
  await appendFile(file('rink.mp4'), freeSpace(20_000_000))
  house = await wholeHouse()
  await house.p.jobs.start()
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: DESK })
  page = await context.newPage()
  network = await context.newCDPSession(page)
  studio = new StudioHand(page, house.origin)
  await studio.setUp((await ensureSetupLink(house.p)) ?? '')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

/** A box of an MP4 that says of itself that nothing is in it. */
function freeSpace(bytes: number): Buffer {
  const box = Buffer.alloc(bytes)
  box.writeUInt32BE(bytes, 0)
  box.write('free', 4, 'latin1')
  return box
}

/** Bytes a second that leave; 0: the network is gone. */
const send = (uploadThroughput: number) =>
  network.send('Network.emulateNetworkConditions', {
    offline: uploadThroughput === 0,
    latency: 10,
    downloadThroughput: -1,
    uploadThroughput: uploadThroughput === 0 ? -1 : uploadThroughput,
  })
const choose = (...names: string[]) =>
  page.getByLabel(/^Add footage/).setInputFiles(names.map((name) => file(name)))
const uploads = () => page.getByRole('region', { name: 'Uploads of this browser' })
const row = (name: string) => page.locator('.row', { hasText: name })
const clock = () => page.locator('.transport-clock b').innerText()
const field = (label: string) => page.getByLabel(label, { exact: true })
/** Bytes that have left, as the upload's row shows them. */
const sent = async (): Promise<number> => Number(await uploads().locator('progress').getAttribute('value'))

test('what is not a video is refused at once, and what only looks like one with a reason', async () => {
  await writeFile(file('notes.txt'), 'hello')
  await writeFile(file('list.mp4'), '#EXTM3U\n#EXTINF:10,\nother.ts\n#EXT-X-ENDLIST\n')
  await studio.go('Footage')
  await page.getByText('No footage yet').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await choose('notes.txt')
  await studio.told('“notes.txt” is not a video.')
  await choose('list.mp4')
  await row('list.mp4').getByText('Failed').waitFor(PROCESSING)
  await row('list.mp4')
    .getByText(/playlist/)
    .waitFor()
})

test('an upload pauses, survives a lost network and a closed page, and sends nothing twice', async () => {
  const { size } = await stat(file('rink.mp4'))
  await network.send('Network.enable')
  await send(size / 12)
  await choose('rink.mp4')
  await page.getByText(/MB\/s|kB\/s/).waitFor()
  await page.getByRole('button', { name: 'Pause rink.mp4' }).click()
  await uploads().getByText('Paused', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Go on with rink.mp4' }).click()
  await expect.poll(sent).toBeGreaterThan(size / 4)
  await send(0)
  await uploads().getByText('No connection').waitFor()
  await send(size / 12)
  await uploads().getByText('Uploading').waitFor()

  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.reload()
  expect(asked).toEqual(['beforeunload'])
  await uploads().getByText('Unfinished').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
  const offsets: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH' && request.url().includes('/uploads/'))
      offsets.push(Number(request.headers()['upload-offset']))
  })
  await send(-1)
  await choose('rink.mp4')
  await row('rink.mp4').getByText('Ready', { exact: true }).waitFor(PROCESSING)
  expect(offsets[0]).toBeGreaterThanOrEqual(16_000_000)
  expect(await uploads().count()).toBe(0)
})

test('a clip is marked by the keyboard alone', async () => {
  await page.getByRole('link', { name: 'rink.mp4' }).click()
  await page.getByRole('slider', { name: 'Playhead' }).waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2)
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await clock()).toBe('0:04.040')
  await page.keyboard.press('i')
  await page.keyboard.press('Space')
  await expect.poll(clock).not.toBe('0:04.040')
  await page.keyboard.press('k')
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('o')
  await page.getByRole('slider', { name: 'Out point' }).focus()
  await page.keyboard.press('Home')
  expect(await field('Out').inputValue()).toBe('0:04.540')
  await page.keyboard.press('PageUp')
  expect(await field('Out').inputValue()).toBe('0:14.540')
  await field('Title').fill('The boards give way')
  await field('What happens just before').fill('The usher has asked row four to sit down.')
  await page.getByLabel('Warn before it plays').check()
  await field('What is shown').fill('A man is hurt. No blood is shown.')
  await page.locator('.cover-panel').getByText('A man is hurt. No blood is shown.').waitFor()
  await studio.press('Play it')
  await studio.press('Use this frame')
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
  await page.keyboard.press('Control+s')
  await studio.told('Clip saved.')
  await expect.poll(() => page.locator('.clip-state').count(), PROCESSING).toBe(0)
  await row('The boards give way').getByText('0:04–0:14 · 0:11').waitFor()
})

test('a transcript is imported, a mistake in it is shown at its line, its words are edited, and it follows', async () => {
  await studio.press('Transcript')
  await studio.press('Import a transcript')
  await field('Or paste it').fill(WORDS.replace('00:06.000', 'soon'))
  await studio.press('Import')
  await page.getByText(/line 6/i).waitFor()
  const chosen = await field('Or paste it').evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  expect(chosen).toBe('00:04.000 --> soon')
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
  await field('Or paste it').fill(WORDS)
  await studio.press('Import')
  await studio.told('3 cues imported.')
  await page.getByRole('button', { name: 'Edit the words at 0:01' }).click()
  await field('Who speaks').fill('Usher, row four')
  await page.getByLabel('Everywhere, in place of “Usher”').check()
  await studio.press('Save')
  await studio.told('Transcript saved.')
  await expect.poll(() => page.locator('.cue b', { hasText: 'Usher, row four' }).count()).toBe(2)
  await page.getByRole('button', { name: /^0:04/ }).click()
  await expect.poll(() => page.locator('.cue.is-now').innerText()).toContain('Nothing that’ll hold.')
  expect(await clock()).toMatch(/^0:04/)
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
})

test('where it came from is written down, each fact for readers or for the desk', async () => {
  await studio.press('Origin')
  await field('Released by').fill('Fenwick County')
  await page
    .getByRole('group', { name: 'Who sees “Released by”' })
    .getByRole('button', { name: 'Public' })
    .click()
  await field('Released on').fill('2026-11-21')
  await studio.press('Save')
  await studio.told('Saved.')
  await page.reload()
  expect(await field('Released by').inputValue()).toBe('Fenwick County')
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
})

test('a clip that is deleted comes back by one press', async () => {
  await studio.press('Clips')
  await page.getByRole('button', { name: 'Delete The boards give way' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await studio.told('Clip deleted.')
  await page.getByText('No clips yet').waitFor()
  await studio.press('Undo')
  await row('The boards give way').locator('.row-detail', { hasText: 'warning' }).waitFor()
})
