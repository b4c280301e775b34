import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeskMatchJson } from '../../src/league/wire.ts'
import type { DeskEventJson } from '../../src/live/wire.ts'
import { DESK, openBrowser, PHONE } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { type LeagueNight, makeLeagueNight, makeMatch } from '../support/league-night.ts'
import { RunningSite } from '../support/running-site.ts'
import { StudioHand } from '../support/studio-hand.ts'

let site: RunningSite
let browser: Browser
let desk: Desk
let night: LeagueNight

beforeAll(async () => {
  site = await RunningSite.start()
  browser = await openBrowser()
  desk = await Desk.open(site)
  night = await makeLeagueNight(desk)
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

/** Somebody at the console of a match, with a browser of their own. */
class Host {
  readonly page: Page
  readonly context: BrowserContext
  readonly #match: string

  private constructor(context: BrowserContext, page: Page, match: string) {
    this.context = context
    this.page = page
    this.#match = match
  }

  static async at(match: DeskMatchJson, viewport = DESK): Promise<Host> {
    const context = await browser.newContext({ viewport })
    const page = await context.newPage()
    await new StudioHand(page, site.url).signIn()
    const host = new Host(context, page, match.id)
    await host.open()
    return host
  }

  async open(page = this.page): Promise<void> {
    await page.goto(`${site.url}/studio/matches/${this.#match}/console`)
    await page.getByRole('group', { name: 'The match' }).waitFor()
  }

  async press(keys: string): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async score(page = this.page): Promise<string> {
    const points = await page.locator('.console-points').allInnerTexts()
    return points.join(':')
  }

  saved(page = this.page): Promise<void> {
    return page.getByText('All saved', { exact: true }).waitFor({ timeout: 30_000 })
  }

  /** What the server has. */
  match(): Promise<DeskMatchJson> {
    return desk.must('GET', `/api/v1/desk/matches/${this.#match}`)
  }
}

const points = ({ state }: DeskMatchJson): string => state.sides.map((side) => side.points).join(':')
const rulingsIn = ({ facts }: DeskMatchJson): string[] =>
  facts.flatMap(({ fact }) => (fact.kind === 'rule' ? [fact.ruling] : []))

describe('the console', () => {
  test('by keys alone a match is begun, ruled, put right and ended, and its event with it', async () => {
    const host = await Host.at(night.match)
    const { page } = host
    await host.press('b')
    await host.press('1c')
    expect(await host.score()).toBe('1:0')
    await host.press('7c')
    await host.press('s')
    expect(await host.score()).toBe('2:1')
    await host.press('u')
    expect(await host.score()).toBe('1:1')
    await host.press('r')
    expect(await host.score()).toBe('2:1')
    await page.keyboard.press('Backspace')
    await host.press('x')
    await host.saved()
    const match = await host.match()
    expect(points(match)).toBe('1:1')
    expect(match.state.players.map(({ pointSixths }) => pointSixths)).toEqual([6, 6])
    await expect.poll(async () => (await desk.must<DeskEventJson>('GET', `/api/v1/desk/events/${night.eventId}`)).phase.phase).toBe('live') // prettier-ignore

    const tonight = await host.context.newPage()
    await tonight.goto(`${site.url}/studio`)
    await tonight.getByRole('link', { name: 'Harbor City 1 – 1 Night Owls', exact: true }).waitFor()
    await tonight.getByRole('link', { name: /^Open console: Harbor City 1 – 1/ }).waitFor()
    await tonight.close()

    // The first ruling was wrong: every total follows.
    await page.getByRole('button', { name: /^Change: Harbor City answer, Pim/ }).click()
    await page.getByRole('combobox', { name: 'Ruling' }).selectOption('wrong')
    const why = page.getByLabel('Why it is changed')
    await why.fill('xcs: keys are letters here')
    expect(await host.score()).toBe('1:1')
    await page.getByRole('button', { name: 'Change it' }).click()
    expect(await host.score()).toBe('0:1')
    await page.getByText('xcs: keys are letters here').waitFor()

    // Rounds 2 and 3 are open; the second begins with the Night Owls.
    await host.press('x')
    await host.press('d')
    await host.press('c')
    await host.press('x'.repeat(19))
    expect(await host.score()).toBe('2:1')
    await page.getByText('Both sides').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.getByText('Level: overtime next').first().waitFor()
    expect(await host.score()).toBe('2:2')
    await host.press('o')
    await host.press('xx')
    await host.press('o')
    await host.press('xxcx')
    expect(['3:2', '2:3']).toContain(await host.score())
    await host.press('e')
    await page.getByRole('dialog', { name: 'End the match?' }).waitFor()
    // A dialog has the keyboard to itself.
    await host.press('u')
    await page.keyboard.press('Enter')
    await page.getByText('Final', { exact: true }).first().waitFor()
    await host.saved()
    const ended = await host.match()
    expect(ended.state).toMatchObject({ phase: 'ended', outcome: { kind: 'win', how: 'overtime' } })
    const event = await desk.must<DeskEventJson>('GET', `/api/v1/desk/events/${night.eventId}`)
    expect(event.phase).toMatchObject({ phase: 'ended', words: ended.words })
    await host.context.close()
  })

  test('thirty rulings without a network, a reload and a closed tab later, are all there, once and in order', async () => {
    const match = await makeMatch(desk, night.season, night.sides)
    const host = await Host.at(match)
    await host.press('bcx')
    await host.saved()
    await host.context.setOffline(true)
    // The sixth round cannot be stolen.
    const keys = 'cxscxccxcxccxcvcxscxsc'
    await host.press(keys)
    await host.press('uuuu')
    await host.press('ccxx')
    const shown = await host.score()
    await host.page.getByText(/^30 rulings waiting, since \d+ s$/).waitFor()

    await host.page.reload().catch(() => undefined)
    await host.context.setOffline(false)
    await host.open()
    await host.saved()
    expect(await host.score()).toBe(shown)
    const after = await host.match()
    expect(points(after)).toBe(shown)
    expect(after.facts).toHaveLength(33)
    expect(rulingsIn(after).slice(0, 6)).toEqual(['correct', 'wrong', 'correct', 'wrong', 'steal', 'correct'])
    expect(new Set(after.facts.map(({ fact }) => fact.id)).size).toBe(33)

    // Again, and the tab is gone: another one of the same browser takes it up.
    await host.context.setOffline(true)
    await host.press('u')
    await host.page.close()
    await host.context.setOffline(false)
    const other = await host.context.newPage()
    await host.open(other)
    await host.saved(other)
    expect((await host.match()).facts).toHaveLength(34)
    await host.context.close()
  })

  test('two tabs of a browser send nothing twice, and show the same', async () => {
    const match = await makeMatch(desk, night.season, night.sides)
    const host = await Host.at(match)
    const second = await host.context.newPage()
    await host.open(second)
    await host.press('bc')
    await expect.poll(() => host.score(second)).toBe('1:0')
    await host.context.setOffline(true)
    await host.press('xc')
    await expect.poll(() => host.score(second)).toBe(await host.score())
    await second.keyboard.press('c')
    await host.context.setOffline(false)
    await host.saved()
    await host.saved(second)
    const after = await host.match()
    expect(rulingsIn(after)).toEqual(['correct', 'wrong', 'correct', 'correct'])
    expect(await host.score()).toBe(points(after))
    expect(await host.score(second)).toBe(points(after))
    await host.context.close()
  })

  test('two hosts: what fits is set upon what the other ruled; what does not is asked, and both versions stay', async () => {
    const match = await makeMatch(desk, night.season, night.sides)
    const one = await Host.at(match)
    const two = await Host.at(match, PHONE)
    await one.press('b')
    await two.page.getByRole('button', { name: /^Correct/ }).waitFor()

    // The same ruling of both counts once.
    await one.context.setOffline(true)
    await one.press('c')
    await two.page.getByRole('button', { name: /^Correct/ }).click()
    await two.saved()
    await one.context.setOffline(false)
    await one.saved()
    expect(rulingsIn(await one.match())).toEqual(['correct'])

    // Different rulings of one question.
    await one.context.setOffline(true)
    await one.press('cc')
    await two.page.getByRole('button', { name: /^Wrong/ }).click()
    await two.saved()
    await one.context.setOffline(false)
    const asked = one.page.getByRole('dialog', { name: 'Another host ruled meanwhile' })
    await asked.getByText('Night Owls answer').waitFor()
    await asked.getByText('Night Owls miss').waitFor()
    expect(rulingsIn(await one.match())).toEqual(['correct', 'wrong'])
    await asked.getByRole('button', { name: 'Mine is right: change theirs' }).click()
    await one.saved()
    const after = await one.match()
    expect(rulingsIn(after)).toEqual(['correct', 'wrong', 'correct'])
    expect(after.facts.some(({ fact }) => fact.kind === 'amend' && fact.ruling === 'correct')).toBe(true)
    expect(await one.score()).toBe(points(after))
    await expect.poll(() => two.score()).toBe(points(after))
    await one.context.close()
    await two.context.close()
  })
})
