import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brand } from '../../src/site/wire.ts'
import { findingsOf } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'
import { StudioHand } from '../support/studio-hand.ts'

let site: RunningSite
let browser: Browser
let desk: Desk
let studio: StudioHand
let page: Page

beforeAll(async () => {
  site = await RunningSite.start()
  browser = await openBrowser()
  desk = await Desk.open(site)
  page = await (await browser.newContext()).newPage()
  studio = new StudioHand(page, site.url)
  await studio.signIn()
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

const question = () => page.getByRole('dialog', { name: 'Leave without saving?' })
const stay = () => question().getByRole('button', { name: 'Cancel' }).click()
const name = () => studio.field('Name')

async function renameElsewhere(words: string): Promise<void> {
  const { value, revision } = await desk.must<{ value: Brand; revision: number }>('GET', '/api/v1/brand')
  await desk.must('PUT', '/api/v1/brand', { revision, body: { ...value, name: words } })
}

test('what was typed is not lost by a link, by Back or by closing the window', async () => {
  await studio.go('Menus')
  await studio.go('Brand')
  await name().fill('The Late Horn')
  await page.getByRole('link', { name: 'Menus', exact: true }).click()
  await stay()
  await page.goBack()
  await stay()
  const closing = page.waitForEvent('dialog')
  const close = page.close({ runBeforeUnload: true })
  const asked = await closing
  expect(asked.type()).toBe('beforeunload')
  await asked.dismiss()
  await close
  expect(await name().inputValue()).toBe('The Late Horn')
  await page.keyboard.press('Control+s')
  await studio.told('The brand has changed on every open page.')
  await studio.go('Menus')
  await studio.go('Brand')
  expect(await name().inputValue()).toBe('The Late Horn')
})

test('who leaves all the same leaves what was typed', async () => {
  await name().fill('A passing thought')
  await page.getByRole('link', { name: 'Menus', exact: true }).click()
  await question().getByRole('button', { name: 'Leave' }).click()
  await studio.heading('Menus').waitFor()
  await studio.go('Brand')
  expect(await name().inputValue()).toBe('The Late Horn')
})

test.each([
  ['is let go once it is', true],
  ['is asked when it fails', false],
])('who leaves while it is being saved %s', async (_, succeeds) => {
  await page.route('**/api/v1/brand', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return succeeds ? route.continue() : route.abort()
  })
  await name().fill(succeeds ? 'Horn, late' : 'A name never kept')
  await page.keyboard.press('Control+s')
  await page.getByRole('link', { name: 'Menus', exact: true }).click()
  if (!succeeds) await question().getByRole('button', { name: 'Leave' }).click()
  await studio.heading('Menus').waitFor()
  await page.unroute('**/api/v1/brand')
  await studio.go('Brand')
  expect(await name().inputValue()).toBe('Horn, late')
})

test('a form follows the others until something is typed, then says that somebody was quicker', async () => {
  await renameElsewhere('Late Horn')
  await expect.poll(() => name().inputValue()).toBe('Late Horn')
  await name().fill('Early Horn')
  await renameElsewhere('Later Horn')
  await page.getByRole('alert').getByText('Somebody has changed the brand meanwhile.').waitFor()
  await studio.press('Save the brand')
  await studio.told(/changed/)
  expect(await name().inputValue()).toBe('Early Horn')
  await studio.press('Show their version')
  expect(await name().inputValue()).toBe('Later Horn')
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('what lacks something is not sent, and says what it lacks', async () => {
  await name().fill('')
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => page.locator(':focus').evaluate((field: HTMLInputElement) => field.validity.valueMissing))
    .toBe(true)
  const { value } = await desk.must<{ value: Brand }>('GET', '/api/v1/brand')
  expect(value.name).toBe('Later Horn')
})

test('what is made is gone on from without a question', async () => {
  await studio.open('/events/new')
  await studio.field('Title').fill('Harbor City vs. The Night Owls')
  await studio.field('Starts').fill('')
  await page.getByText('Say when it starts.').waitFor()
  await page.getByRole('link', { name: 'Events', exact: true }).click()
  await stay()
  await studio.field('Starts').fill('2031-03-01T20:00')
  await studio.press('Make event')
  await studio.heading('Harbor City vs. The Night Owls').waitFor()
})

test('a revision shows word by word what it changed, and what has changed since', async () => {
  const first = await desk.draft('The owl sat above section nine')
  const second = await desk.save(first, { headline: 'The owl left section nine' })
  await desk.save(second, { standfirst: 'What happened, and to which owl.' })
  await studio.open(`/stories/${first.id}`)
  await studio.press('Revisions')
  const shows = page.getByRole('button', { name: /^Show the revision of / })
  await shows.nth(1).click()
  const marked = async (view: string) => {
    await page.getByRole('button', { name: view, exact: true }).click()
    const region = page.getByRole('region', { name: view })
    await region.locator('ins').first().waitFor()
    return [await region.locator('del').allInnerTexts(), await region.locator('ins').allInnerTexts()]
  }
  expect(await marked('What it changed')).toEqual([['sat above'], ['left']])
  expect(await findingsOf(page)).toEqual([])
  expect(await marked('What has changed since')).toEqual([['whom'], ['which owl']])
  await shows.last().click()
  await page.getByText('This is the first save.').waitFor()
})
