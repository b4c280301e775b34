import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clip, Master } from '../../src/footage/wire.ts'
import type { DeskEventJson } from '../../src/live/wire.ts'
import type { Story } from '../../src/newsroom/wire.ts'
import { SCREENS } from '../../src/studio/client/screens.ts'
import { findingsOf } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { Desk } from '../support/desk.ts'
import { RunningSite } from '../support/running-site.ts'
import { OWNER, StudioHand } from '../support/studio-hand.ts'

const HOUR_MS = 3_600_000

interface Listed<T> {
  items: T[]
}

let site: RunningSite
let browser: Browser
let desk: Desk
let reader: Page
let studio: StudioHand

beforeAll(async () => {
  site = await RunningSite.start({ args: [] })
  browser = await openBrowser()
  desk = await Desk.open(site)
  reader = await (await browser.newContext()).newPage()
  studio = new StudioHand(await (await browser.newContext()).newPage(), site.url)
  await studio.signIn()
})
afterAll(async () => {
  await browser?.close()
  await site?.remove()
})

const first = async <T>(path: string): Promise<T> => {
  const { items } = await desk.must<Listed<T>>('GET', path)
  const [item] = items
  if (!item) throw new Error(`The demo has nothing at ${path}`)
  return item
}

const storyOf = async (query: string): Promise<string> => {
  const { id } = await first<Story>(`/api/v1/desk/stories?state=published&${query}`)
  return (await desk.must<Story>('GET', `/api/v1/desk/stories/${id}`)).published?.path ?? ''
}

async function eventThat(...actions: object[]): Promise<string> {
  const start = { at: new Date(Date.now() + HOUR_MS).toISOString(), zone: 'America/New_York' }
  const body = { title: `A night of ${JSON.stringify(actions).replace(/\W+/g, ' ')}`, start }
  const event = await desk.must<DeskEventJson & { path: string }>('POST', '/api/v1/events', { body })
  for (const action of actions)
    await desk.must('POST', `/api/v1/events/${event.id}/actions`, { body: action })
  return event.path
}

async function withdrawn(): Promise<string> {
  const story = await desk.publishNew('Printed by mistake')
  await desk.must('POST', `/api/v1/desk/stories/${story.id}/unpublish`)
  return story.published?.path ?? ''
}

/** More than a page of a list holds. */
async function olderStories(): Promise<string> {
  for (let i = 1; i <= 21; i++) await desk.publishNew(`Shift ${i} of a long night`)
  await reader.goto(`${site.url}/authors/lena-marsh`)
  return (await reader.locator('a[rel=next]').getAttribute('href')) ?? ''
}

const ended = { action: 'end', words: 'Third Shift 9, Assessors 8' }
const PAGES: readonly { what: string; path: string | (() => Promise<string>); status?: number }[] = [
  { what: 'the front page', path: '/' },
  { what: 'a news story', path: () => storyOf('kind=news') },
  { what: 'an opinion', path: () => storyOf('kind=opinion') },
  { what: 'a satire', path: () => storyOf('kind=satire') },
  { what: 'a sponsored story', path: () => storyOf('kind=sponsored') },
  { what: 'a tag', path: '/tags/the-tugs' },
  { what: 'an author', path: '/authors/june-aldous' },
  { what: 'older stories', path: olderStories },
  { what: 'the archive', path: '/archive' },
  {
    what: 'a month of the archive',
    path: () => Promise.resolve(`/archive/${new Date().toISOString().slice(0, 7)}`),
  },
  { what: 'the corrections', path: '/corrections' },
  { what: 'the events', path: '/events' },
  { what: 'an event that is planned', path: () => eventThat() },
  { what: 'an event that is live', path: () => eventThat({ action: 'start' }) },
  {
    what: 'an event that is interrupted',
    path: () => eventThat({ action: 'start' }, { action: 'pause', words: 'The ice is on fire' }),
  },
  { what: 'an event that is over', path: () => eventThat({ action: 'start' }, ended) },
  { what: 'an event that is postponed', path: () => eventThat({ action: 'postpone', words: 'Fog' }) },
  { what: 'an event that is cancelled', path: () => eventThat({ action: 'cancel', words: 'Still fog' }) },
  { what: 'a search that finds', path: '/search?q=bus' },
  { what: 'a search that does not', path: '/search?q=xylophone' },
  { what: 'a search without words', path: '/search' },
  { what: 'about', path: '/about' },
  { what: 'contact', path: '/contact' },
  { what: 'privacy', path: '/privacy' },
  { what: 'terms', path: '/terms' },
  { what: 'what was never there', path: '/stories/never', status: 404 },
  { what: 'what is gone', path: withdrawn, status: 410 },
]

test.each(PAGES)('axe finds nothing on $what', async ({ path, status = 200 }) => {
  const response = await reader.goto(site.url + (typeof path === 'string' ? path : await path()))
  expect(response?.status()).toBe(status)
  expect(await findingsOf(reader)).toEqual([])
})

test('what is wrong is found', async () => {
  await reader.goto('about:blank')
  await reader.setContent(
    '<main><h1>Hello</h1><p style="color: #bbb">Pale</p><img src="/icon.svg"><p style="width: 330px">Wide</p></main>',
  )
  const findings = (await findingsOf(reader)).join()
  for (const rule of ['color-contrast', 'image-alt', 'html-has-lang', 'sideways on 320'])
    expect(findings).toContain(rule)
})

const seasonId = async (): Promise<string> => (await first<{ id: string }>('/api/v1/desk/seasons')).id
const matchId = async (): Promise<string> => (await first<{ id: string }>('/api/v1/desk/matches')).id

/** The footage of the demo, once it is processed and a clip of it is cut. */
async function footageId(): Promise<string> {
  const states = async () => {
    const { items } = await desk.must<Listed<Clip>>('GET', '/api/v1/clips')
    return items.map(({ state }) => state).join(' ')
  }
  await expect.poll(states, { timeout: 150_000 }).toContain('ready')
  return (await first<Master>('/api/v1/masters')).id
}

const collectionId = async (): Promise<string> => (await first<{ id: string }>('/api/v1/desk/collections')).id

/** Of the readers that the demo has buy a minute after its start. */
async function anOrder(): Promise<{ id: string; revision: number }> {
  const orders = () => desk.must<Listed<{ id: string; revision: number }>>('GET', '/api/v1/desk/orders')
  await expect.poll(async () => (await orders()).items.length, { timeout: 90_000 }).toBeGreaterThan(1)
  const [order] = (await orders()).items
  if (!order) throw new Error('Nobody has bought anything.')
  return order
}

async function paidOrderId(): Promise<string> {
  const { id, revision } = await anOrder()
  await desk.must('POST', `/api/v1/desk/orders/${id}/actions`, { revision, body: { action: 'mark-paid' } })
  return id
}

/** What stands for the id in the path of a screen. */
const ID: Record<string, () => Promise<string>> = {
  '/stories/$id': async () => (await first<Story>('/api/v1/desk/stories?q=bus')).id,
  '/seasons/$id': seasonId,
  '/seasons/$id?part=sides': seasonId,
  '/seasons/$id/matches/new': seasonId,
  '/matches/$id': matchId,
  '/matches/$id/console': matchId,
  '/footage/$id': footageId,
  '/footage/$id?show=transcript': footageId,
  '/events/$id': async () => (await first<DeskEventJson>('/api/v1/desk/events?state=now')).id,
  '/shop/products/$id': async () => (await first<{ id: string }>('/api/v1/desk/products?q=tee')).id,
  '/shop/collections/$id': collectionId,
  '/shop/collections/$id/board': collectionId,
  '/shop/orders/$id': async () => (await anOrder()).id,
  '/shop/orders/$id?paid': paidOrderId,
  '/promos/$id': async () => (await first<{ id: string }>('/api/v1/promos')).id,
  '/pages/$id': async () => (await first<{ id: string }>('/api/v1/pages')).id,
  '/people/$id': async () => (await first<{ id: string }>('/api/v1/people')).id,
}

async function openScreen(path: string): Promise<Page> {
  const { page } = studio
  await studio.open(path.includes('$id') ? path.replace('$id', (await ID[path]?.()) ?? '') : path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await expect.poll(() => page.locator('.is-loading').count(), { timeout: 20_000 }).toBe(0)
  return page
}

test.each(SCREENS.map(({ title, path }) => [title, path] as const))(
  'axe finds nothing on the screen %s (%s)',
  async (_, path) => {
    expect(await findingsOf(await openScreen(path))).toEqual([])
  },
)

/** What a dialog is opened by, one button after the other. */
const DIALOGS: readonly (readonly [path: string, buttons: readonly (string | RegExp)[]])[] = [
  ['/stories/$id', ['Link']],
  ['/stories/$id', ['Picture']],
  ['/stories/$id', ['Video']],
  ['/stories/$id', ['Card']],
  ['/stories/$id', ['Correct with a note']],
  ['/stories/$id', ['Unpublish']],
  ['/stories/$id', [/revisions/i, /^Show the revision /]],
  ['/tags', ['New tag']],
  ['/authors', ['New author']],
  ['/authors', ['New author', 'Choose a picture']],
  ['/authors', [/^Edit /]],
  ['/footage/$id', [/^Delete /]],
  ['/footage/$id?show=transcript', ['Import another']],
  ['/stories/$id', ['Clip']],
  ['/stories/$id', ['Words of a clip', /^Take words of: /]],
  ['/media', [/^Describe: /]],
  ['/events/$id', ['Pause']],
  ['/events/$id', ['End']],
  ['/events/$id', ['Postpone']],
  ['/shows', [/^New show/]],
  ['/promos/$id', ['Delete']],
  ['/seasons/$id?part=sides', ['Add a side']],
  ['/seasons/$id?part=sides', [/^Edit /]],
  ['/matches/$id/console', [/^(Break|Call it) off/]],
  ['/shop/products/new', ['Add a picture']],
  ['/shop/products/$id', [/^Stock of /]],
  ['/shop/collections/$id', ['Add products']],
  ['/shop/orders/$id', ['Hand out']],
  ['/shop/orders/$id', ['Cancel the order']],
  ['/shop/orders/$id?paid', ['Refund']],
  ['/tokens', ['New token']],
  ['/front', ['Choose a story']],
]

test.each(DIALOGS)('axe finds nothing on the screen %s with its dialog open: %s', async (path, buttons) => {
  const page = await openScreen(path)
  for (const name of buttons) {
    const open = page.locator('dialog[open]')
    const place = (await open.count()) > 0 ? open.last() : page
    await place
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
    await open.first().waitFor()
    await expect.poll(() => page.locator('.is-loading').count(), { timeout: 20_000 }).toBe(0)
  }
  expect(await findingsOf(page)).toEqual([])
})

test.each(['sides', 'tables', 'rules', 'settings'])(
  'axe finds nothing on the %s of a season',
  async (part) => {
    const { page } = studio
    await studio.open(`/seasons/${await seasonId()}?part=${part}`)
    await page.getByRole('group', { name: 'Part of the season' }).waitFor()
    await expect.poll(() => page.locator('.is-loading').count(), { timeout: 20_000 }).toBe(0)
    expect(await findingsOf(page)).toEqual([])
  },
)

test.each([
  ['transcript', /^Edit the words at /],
  ['origin', 'Desk only'],
  ['clips', /^Change /],
  ['clips', 'New clip from here'],
])('axe finds nothing on the %s of footage after pressing %s', async (part, button) => {
  const { page } = studio
  await studio.open(`/footage/${await footageId()}?show=${part}`)
  await page
    .getByRole('button', { name: button, exact: typeof button === 'string' })
    .first()
    .click()
  expect(await findingsOf(page)).toEqual([])
})

test('axe finds nothing while a second factor is set up', async () => {
  const page = await openScreen('/account')
  const panel = page.locator('form', { has: page.getByRole('heading', { name: 'Two-factor sign-in' }) })
  await panel.getByLabel('Your password').fill(OWNER.password)
  await panel.getByRole('button', { name: 'Set up' }).click()
  await panel.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
  expect(await findingsOf(page)).toEqual([])
})

test('a dialog begins at its first field, and gives the focus back to what opened it', async () => {
  const page = await openScreen('/tags')
  const opener = page.getByRole('button', { name: 'New tag' })
  await opener.press('Enter')
  const focused = page.locator(':focus')
  await expect
    .poll(() => focused.evaluate((field: HTMLInputElement) => field.labels?.[0]?.textContent))
    .toBe('Name')
  await page.keyboard.press('Escape')
  await expect.poll(() => focused.innerText()).toBe('New tag')
})

test('axe finds nothing on the help for the keyboard', async () => {
  const page = await openScreen('/')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  expect(await findingsOf(page)).toEqual([])
})

test('axe finds nothing on the doors of the studio', async () => {
  const stranger = await (await browser.newContext()).newPage()
  for (const path of ['', '/setup?token=old', '/join?token=guess', '/nowhere']) {
    await stranger.goto(`${site.url}/studio${path}`)
    await stranger.getByRole('heading').first().waitFor()
    expect(await findingsOf(stranger)).toEqual([])
  }
})

test('by the keyboard alone one signs in, writes and publishes a story, and runs an event', async () => {
  const page = await (await browser.newContext()).newPage()
  const hand = new StudioHand(page, site.url)
  const { keyboard } = page
  await hand.open('')
  await tabTo(page, 'textbox', 'E-mail')
  await keyboard.type(OWNER.email)
  await keyboard.press('Tab')
  await keyboard.type(OWNER.password)
  await keyboard.press('Enter')
  await hand.heading('Tonight').waitFor()

  await keyboard.press('c')
  await hand.heading('New story').waitFor()
  await keyboard.type('Written without a mouse')
  await keyboard.press('Enter')
  await hand.field('Standfirst').waitFor()
  await tabTo(page, 'textbox', 'Standfirst')
  await keyboard.type('Every key of it.')
  await tabTo(page, 'textbox', 'Story')
  await keyboard.type('The first line.')
  await keyboard.press('Enter')
  await tabTo(page, 'button', 'Heading', 'Shift+Tab')
  await keyboard.press('Enter')
  await keyboard.type('And a heading')
  expect(await focusAfter(page, 'Bold')).toBe('Story')
  expect(await focusAfter(page, 'Bold')).toBe('Story')
  await tabTo(page, 'combobox', 'Add an author')
  await keyboard.type('June')
  await page.getByRole('button', { name: 'Remove June Aldous' }).waitFor()
  await tabTo(page, 'button', 'Publish now', 'Shift+Tab')
  await keyboard.press('Enter')
  await hand.told(/^Published/)
  expect(await findingsOf(page)).toEqual([])

  await reader.goto(site.url)
  await keyboardOnSite(reader, 'Written without a mouse')
  await reader.getByRole('heading', { name: 'And a heading' }).waitFor()

  await keyboard.press('Tab')
  await keyboard.press('g')
  await keyboard.press('e')
  await hand.heading('Events').waitFor()
  await tabTo(page, 'link', 'New event')
  await keyboard.press('Enter')
  await hand.heading('New event').waitFor()
  await tabTo(page, 'textbox', 'Title')
  await keyboard.type('Run without a mouse')
  await keyboard.press('Enter')
  await hand.heading('Run without a mouse').waitFor()
  for (const [verb, told] of [
    ['Start now', 'Started.'],
    ['Pause', 'Paused.'],
    ['Resume', 'Resumed.'],
    ['End', 'Ended.'],
  ] as const) {
    await tabTo(page, 'button', verb)
    await keyboard.press('Enter')
    if (verb === 'Pause' || verb === 'End') {
      await page.getByRole('dialog').waitFor()
      await tabTo(page, 'textbox', verb === 'Pause' ? 'What readers are told' : 'Final words on the strip')
      await keyboard.type('Said by hand')
      await keyboard.press('Enter')
    }
    await hand.told(told)
  }
})

/** Where a key would go that comes right after the press. */
const focusAfter = (page: Page, button: string): Promise<string | null | undefined> =>
  page.getByRole('button', { name: button, exact: true }).evaluate((pressed) => {
    ;(pressed as HTMLElement).focus()
    ;(pressed as HTMLElement).click()
    return document.activeElement?.getAttribute('aria-label')
  })

/** By the skip link into the page, and on to a story. */
async function keyboardOnSite(page: Page, headline: string): Promise<void> {
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('href')).toBe('#main')
  await page.keyboard.press('Enter')
  await tabTo(page, 'link', headline)
  expect(await page.locator('main :focus').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: headline }).waitFor()
}

const MOST_TABS = 120

async function tabTo(
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'combobox',
  name: string,
  key = 'Tab',
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true })
  await wanted.first().waitFor()
  // Looked for once: to know everything by its role and name again at each step takes longer than the step.
  const places = await wanted.elementHandles()
  for (let i = 0; i < MOST_TABS; i++) {
    if (await page.evaluate((all) => all.includes(document.activeElement as never), places)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${name} cannot be reached by ${key}`)
}
