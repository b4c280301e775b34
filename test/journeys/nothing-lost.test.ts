import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Brand } from '../../src/site/wire.ts'
import { findingsOf } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'
import { OWNER, StudioHand } from '../support/studio-hand.ts'

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

const saved = () => desk.must<{ value: Brand; revision: number }>('GET', '/api/v1/brand')
const savedName = async () => (await saved()).value.name

async function renameElsewhere(words: string): Promise<void> {
  const { value, revision } = await saved()
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

test('what is typed while it is being saved is not taken for saved', async () => {
  const held = Promise.withResolvers<void>()
  await page.route('**/api/v1/brand', async (route) => {
    if (route.request().method() === 'PUT') await held.promise
    return route.continue()
  })
  const sent = page.waitForRequest((request) => request.method() === 'PUT')
  await name().fill('Horn, later')
  await page.keyboard.press('Control+s')
  await sent
  await name().fill('Horn, latest')
  held.resolve()
  await studio.told('The brand has changed on every open page.')
  await page.unroute('**/api/v1/brand')
  expect(await name().inputValue()).toBe('Horn, latest')
  await studio.press('Save the brand')
  await expect.poll(savedName).toBe('Horn, latest')
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
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.method()))
  await name().fill('')
  await studio.field('Tagline').focus()
  await page.keyboard.press('Control+s')
  await expect.poll(() => name().evaluate((field) => field === document.activeElement)).toBe(true)
  expect(sent).not.toContain('PUT')
})

test('a session that ends over a half-written form is begun again above it', async () => {
  const gate = page.getByRole('dialog', { name: 'Sign in again' })
  await name().fill('Horn at eleven')
  await page.context().clearCookies()
  await page.keyboard.press('Control+s')
  await gate.waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await gate.getByLabel('E-mail').fill(OWNER.email)
  await gate.getByLabel('Password').fill(OWNER.password)
  await gate.getByRole('button', { name: 'Sign in' }).click()
  await gate.waitFor({ state: 'detached' })
  expect(await name().inputValue()).toBe('Horn at eleven')
  await studio.press('Save the brand')
  await expect.poll(savedName).toBe('Horn at eleven')
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

test('a dialog asks before what was typed in it is lost, and only then', async () => {
  const dialog = page.getByRole('dialog', { name: 'New tag' })
  await studio.go('Tags')
  await studio.press('New tag')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await studio.press('New tag')
  await page.keyboard.type('Overtime')
  for (const _ of ['asked', 'asked again']) {
    await page.keyboard.press('Escape')
    await question().waitFor()
    await page.keyboard.press('Escape')
    await question().waitFor({ state: 'detached' })
  }
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Overtime')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await question().getByRole('button', { name: 'Leave' }).click()
  await dialog.waitFor({ state: 'detached' })
  await studio.press('New tag')
  await page.keyboard.type('Overtime')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Overtime').first().waitFor()
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
