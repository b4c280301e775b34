import type { Browser, Page } from 'playwright-core'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureSetupLink } from '../../src/people/public.ts'
import { findingsOf } from '../support/axe.ts'
import { DESK, openBrowser } from '../support/browser.ts'
import { footageStory } from '../support/footage-story.ts'
import { StudioHand } from '../support/studio-hand.ts'
import { wholeHouse, type WholeHouse } from '../support/whole-house.ts'

let house: WholeHouse
let browser: Browser
let page: Page
let studio: StudioHand

beforeAll(async () => {
  house = await wholeHouse()
  await footageStory(house.p)
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: DESK })).newPage()
  studio = new StudioHand(page, house.origin)
  await studio.setUp((await ensureSetupLink(house.p)) ?? '')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const text = () => studio.field('Story')
const dialog = () => page.getByRole('dialog')
const word = (said: string) => dialog().locator('[data-word]').getByText(said, { exact: true }).first()

/** In the picker: the clip, then the first and the last word. */
async function takeWords(clip: string, first: string, last: string): Promise<void> {
  await dialog().getByRole('button', { name: clip }).click()
  await word(first).click()
  await word(last).click()
  await dialog().getByRole('button', { name: 'Take these words' }).click()
}

test('a writer puts in a clip, quotes its transcript, ties a passage to a moment, and readers play them', async () => {
  await studio.beginStory('Written from the footage')
  await studio.field('Add an author').selectOption('June Aldous')
  await text().click()
  await page.keyboard.type('You hear somebody ask.')
  await studio.press('Clip')
  await dialog().getByRole('button', { name: 'The boards give way' }).click()
  await text().getByText('Warning: A man is hurt at 0:19').waitFor()
  await studio.press('Words of a clip')
  await takeWords('The boards give way', 'What’s', 'on?')
  expect(await text().locator('blockquote p').first().innerText()).toBe('What’s he leaning on?')
  expect(await text().getByLabel('Who said it').inputValue()).toBe('Usher')
  await text()
    .getByText(/Plays 0:0\d–0:0\d of “The boards give way”/)
    .waitFor()
  await page.keyboard.type('Then the row turns round at once')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await studio.press('Tie to a moment')
  await takeWords('Row four turns round', 'Sit', 'down,')
  expect(await text().locator('.tied').textContent()).toBe('at once')
  expect(await findingsOf(page)).toEqual([])
  await page.setViewportSize(DESK)
  await studio.publish()
  const { text: shown } = await house.get('/stories/written-from-the-footage')
  expect(shown).toMatch(/class="quote-play"[^>]*>/)
  expect(shown).toContain('<span class="tied">at once</span>')
  expect(shown).toContain('What’s he leaning on?')
})

test('a quote that the transcript no longer has is flagged where it is written and before it is published', async () => {
  await house.p.write(async (w) => {
    await sql`update transcripts set cues = replace(cues::text, 'leaning', 'looking')::jsonb, revision = revision + 1`.execute(
      w.q,
    )
    w.touch('desk:footage')
  })
  await text().getByText('The transcript does not have these words at that moment').waitFor()
  await page.getByText('Look at this before you publish').waitFor()
  await studio.field('Standfirst').fill('Somebody asks.')
  await studio.press('Publish the changes')
  await dialog().getByText('A quote is not what the transcript says').waitFor()
  await page.keyboard.press('Escape')
})

test('a video of another site gets its warning, its source and what to do when it is removed', async () => {
  await text().locator('p').last().click()
  await studio.press('Video')
  await studio.field('Its address on YouTube or Vimeo').fill('https://vimeo.com/76979871')
  await studio.press('Put it in')
  await text().getByText('Warning, source, and what if it is removed').click()
  await studio.field('Warning: what it shows').fill('A man falls.')
  await studio.field('Whose video it is').fill('Fenwick County')
  await studio.field('If it is removed').fill('Our own account')
  await studio.field('Where it can be seen then').fill('/archive')
  await studio.field('Title').fill('The fall')
  await studio.press('Publish the changes')
  await dialog().getByRole('button', { name: 'Publish' }).click()
  const shown = async () => (await house.get('/stories/written-from-the-footage')).text
  await expect.poll(shown).toContain('A man falls.')
  expect(await shown()).toMatch(/Gone\? <a href="\/archive"/)
})
