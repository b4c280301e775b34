import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { overlayPath } from '../../src/league/overlay-key.ts'
import { findMatch } from '../../src/league/match-store.ts'
import { ruleMatch } from '../../src/league/rule-match.ts'
import { smallSeason, type SmallSeason, startsIn } from '../../src/league/test-season.ts'
import { createEvent } from '../../src/live/create-event.ts'
import { NewEvent } from '../../src/live/wire.ts'
import { SYSTEM } from '../../src/people/public.ts'
import { findingsOf } from '../support/axe.ts'
import { DESK, openBrowser, PHONE, watchSteadiness } from '../support/browser.ts'
import { type WholeHouse, wholeHouse } from '../support/whole-house.ts'

let house: WholeHouse
let browser: Browser
let season: SmallSeason

beforeAll(async () => {
  house = await wholeHouse()
  browser = await openBrowser()
  season = await smallSeason(house.p)
  const played = await season.match({ start: startsIn(-86_400_000) })
  await season.start(played)
  await season.finish(played, 4)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

async function open(path: string, viewport = DESK) {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const steady = await watchSteadiness(page)
  const streaming = page.waitForRequest((request) => request.url().includes('/live?'))
  await page.goto(house.origin + path)
  await streaming
  return { page, steady }
}

const anEvent = (title: string) =>
  createEvent(
    house.p,
    SYSTEM,
    NewEvent.parse({
      title,
      start: { at: new Date().toISOString(), zone: 'UTC' },
      startsBy: 'host',
      delaySeconds: 0,
    }),
  )

const score = (page: Page) => page.locator('.board-score').allTextContents()

test.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('on %s, open pages follow a whole match without a reload or a jump', async (place, viewport) => {
  const event = await anEvent(`A match on ${place}`)
  const id = await season.match({ slug: `on-${viewport.width}`, eventId: event.id })
  const { page: match, steady: atMatch } = await open(`/matches/on-${viewport.width}`, viewport)
  const { page: table, steady: atTable } = await open('/seasons/season-4', viewport)
  const { page: front, steady: atFront } = await open('/', viewport)
  await season.start(id)
  await match.locator('.board .phase-live').waitFor()
  await season.rule(id, 1, 0, 'wrong')
  await season.rule(id, 1, 1, 'steal')
  await match.getByText('Harbor City steal, Ree Sato +1').waitFor()
  for (const page of [match, front]) await expect.poll(() => score(page)).toEqual(['1', '0'])
  await ruleMatch(house.p, SYSTEM, id, {
    kind: 'undo',
    target: (await findMatch(house.p, id))!.log.at(-1)!.fact.id,
  })
  for (const page of [match, front]) await expect.poll(() => score(page)).toEqual(['0', '0'])
  await season.rule(id, 1, 1, 'steal')
  for (let round = 2; round <= 12; round++)
    for (const at of round % 2 === 1 ? ([0, 1] as const) : ([1, 0] as const))
      await season.rule(id, round, at, 'wrong')
  await ruleMatch(house.p, SYSTEM, id, {
    kind: 'rule',
    round: 13,
    side: season.sides[0],
    ruling: 'bonus',
    points: 2,
  })
  await ruleMatch(house.p, SYSTEM, id, { kind: 'end' })
  await match.locator('.board .phase-ended').waitFor()
  await expect.poll(() => score(match)).toEqual(['3', '0'])
  await table
    .locator('.standings')
    .first()
    .getByText(/2-0-0|3-0-0/)
    .waitFor()
  for (const steady of [atMatch, atTable, atFront]) {
    expect(await steady.shifts()).toEqual([])
    expect(steady.loads()).toBe(1)
  }
  for (const page of [match, table, front])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
})

test('a correction of an old match moves its score and the table on open pages', async () => {
  const id = await season.match({ slug: 'mended' })
  await season.start(id)
  await season.finish(id, 5)
  const { page: match } = await open('/matches/mended')
  const { page: table } = await open('/seasons/season-4')
  const before = await table.locator('.standings').first().textContent()
  const first = (await findMatch(house.p, id))!.log[1]!.fact.id
  await ruleMatch(house.p, SYSTEM, id, { kind: 'amend', target: first, ruling: 'wrong' })
  await expect.poll(() => score(match)).toEqual(['4', '0'])
  await match.getByText('Corrected').waitFor()
  await expect.poll(() => table.locator('.standings').first().textContent()).not.toBe(before)
})

test('an overlay is transparent, fills 1920 by 1080 without scrolling, and the producer’s follows at once', async () => {
  const id = await season.match()
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' })
  const page = await context.newPage()
  const asks = page.waitForResponse(/\/state/)
  await page.goto(house.origin + overlayPath((await findMatch(house.p, id))!))
  expect(await page.locator('.third-label').textContent()).toBe('Coming')
  await asks
  await season.start(id)
  await season.rule(id, 1, 0, 'correct')
  await page.getByText('Harbor City answer, Ree Sato +1').waitFor({ timeout: 2000 })
  expect(
    await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.documentElement).backgroundColor,
      document.documentElement.scrollHeight,
    ]),
  ).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)', 1080])
  // The server goes away: what is on the picture stays, and follows again when it is back.
  await context.setOffline(true)
  await season.rule(id, 1, 1, 'correct')
  await page.waitForTimeout(1000)
  expect(await page.locator('.third-score').allTextContents()).toEqual(['1', '0'])
  await context.setOffline(false)
  await expect.poll(() => page.locator('.third-score').allTextContents()).toEqual(['1', '1'])
})

test('an overlay that is opened before its server runs shows what it showed last', async () => {
  const early = await wholeHouse()
  const sides = await smallSeason(early.p)
  const id = await sides.match()
  await sides.start(id)
  await sides.rule(id, 1, 0, 'correct')
  const page = await (await browser.newContext()).newPage()
  await page.goto(early.origin + overlayPath((await findMatch(early.p, id))!))
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while ((await (await caches.open('overlay')).keys()).length < 3)
      await new Promise((resolve) => setTimeout(resolve, 50))
  })
  await early.close()
  await page.reload()
  expect(await page.locator('.third-score').allTextContents()).toEqual(['1', '0'])
})

test('the viewers’ overlay follows by the stream of the readers', async () => {
  const id = await season.match()
  const { page } = await open(`/overlay/matches/${id}?show=bug`, { width: 1920, height: 1080 })
  await season.start(id)
  await season.rule(id, 1, 0, 'correct')
  await expect.poll(() => page.locator('.bug b').allTextContents()).toEqual(['1', '0'])
  expect(await page.locator('.third').isVisible()).toBe(false)
})

test('axe finds nothing on the pages of the league', async () => {
  const event = await anEvent('A match to be looked at')
  const id = await season.match({ slug: 'looked-at', eventId: event.id })
  await season.start(id)
  await season.rule(id, 1, 0, 'correct')
  for (const path of ['/matches/looked-at', '/seasons/season-4', '/seasons', '/', `/events/${event.slug}`]) {
    const { page } = await open(path)
    expect([path, await findingsOf(page)]).toEqual([path, []])
  }
})
