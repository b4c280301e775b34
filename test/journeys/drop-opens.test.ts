import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { changeStock } from '../../src/shop/change-stock.ts'
import { aDrop, aShirt, keeper } from '../../src/shop/test-catalogue.ts'
import { updateCollection } from '../../src/shop/update-collection.ts'
import { findingsOf } from '../support/axe.ts'
import { DESK, openBrowser, PHONE, watchSteadiness } from '../support/browser.ts'
import { wholeHouse, type WholeHouse } from '../support/whole-house.ts'

let house: WholeHouse
let browser: Browser
beforeAll(async () => {
  house = await wholeHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

/** Time to open three pages on a busy machine. */
const OPENS_IN_S = 25

async function open(path: string, viewport = DESK) {
  const page = await (await browser.newContext({ viewport })).newPage()
  const steady = await watchSteadiness(page)
  const streaming = page.waitForRequest((request) => request.url().includes('/live?'))
  await page.goto(house.origin + path)
  await streaming
  return { page, steady }
}

const inside = (page: Page, key: string) => page.locator(`[data-region="${key}"]`)

test.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])(
  'a drop opens on the open pages of %s by itself: nothing is loaded, nothing jumps',
  async (_place, viewport) => {
    const products = []
    const name = `Horn Tee ${viewport.width}`
    for (const title of [name, 'Rink Tee', 'Owl Tee', 'Net Tee', 'Bus Tee'])
      products.push(await aShirt(house.p, 9, { title }))
    const drop = await aDrop(house.p, OPENS_IN_S, products, { title: `Opening night ${viewport.width}` })
    const pages = [
      await open(`/collections/${drop.slug}`, viewport),
      await open('/shop', viewport),
      await open('/', viewport),
    ]
    for (const { page } of pages) {
      await page
        .getByText(/^Opens \d/)
        .filter({ visible: true })
        .first()
        .waitFor()
      expect(await page.content()).not.toContain(name)
    }
    for (const { page } of pages) {
      await page.getByText(name).first().waitFor({ timeout: 60_000 })
      await page.getByText('Open now').filter({ visible: true }).first().waitFor()
    }
    expect(house.p.clock.now().getTime()).toBeGreaterThanOrEqual(drop.opensAt.getTime())
    for (const { steady } of pages) {
      expect(await steady.shifts()).toEqual([])
      expect(steady.loads()).toBe(1)
    }
    // Out of the way of the next.
    await updateCollection(house.p, keeper, drop.id, drop.revision, {
      title: drop.title,
      zone: drop.zone,
      from: '2026-01-01T00:00',
      until: '2026-01-02T00:00',
      products: products.map(({ id }) => id),
    })
  },
)

test('while others buy, a reader keeps what they chose and where they are', async () => {
  const shirt = await aShirt(house.p, 7)
  const [small, , large] = shirt.variants
  const { page, steady } = await open(`/products/${shirt.slug}`, PHONE)
  await page.getByRole('radio', { name: /^M/ }).check()
  await page.getByLabel('How many').selectOption('2')
  await page.getByLabel('How many').focus()
  await changeStock(house.p, keeper, small?.id ?? '', { kind: 'counted', onHand: 0 })
  await changeStock(house.p, keeper, large?.id ?? '', { kind: 'counted', onHand: 3 })
  const buy = inside(page, `product:${shirt.id}/buy`)
  const noteOf = (variant: typeof small) => buy.locator(`label:has(#buy-${variant?.id}) small`)
  await noteOf(small).getByText('Sold out', { exact: true }).waitFor()
  await noteOf(large).getByText('Only 3 left', { exact: true }).waitFor()
  expect(await page.locator(`#buy-${small?.id}`).isDisabled()).toBe(true)
  expect(await page.getByRole('radio', { name: /^M/ }).isChecked()).toBe(true)
  expect(await page.getByLabel('How many').inputValue()).toBe('2')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`buy-many-${shirt.id}`)
  expect(await steady.shifts()).toEqual([])
})

test('without script a shirt is chosen and put into the cart', async () => {
  const shirt = await aShirt(house.p, 4, { title: 'Plain Horn Tee' })
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${house.origin}/products/${shirt.slug}`)
  await page.getByRole('radio', { name: /^L/ }).check()
  await page.getByRole('button', { name: /Add to cart/ }).click()
  await page.waitForURL(/\/cart/)
  expect(await page.textContent('main')).toContain('Plain Horn Tee')
})

test('axe finds nothing on the pages of the shop', async () => {
  const shirt = await aShirt(house.p, 2)
  const [sold, flag] = [
    await aShirt(house.p, 0),
    await aShirt(house.p, 400, {
      type: 'Flags',
      options: [],
      variants: [{ sku: 'FLAG', choice: [], priceMinor: 4000 }],
    }),
  ]
  const opened = await aDrop(house.p, -60, [shirt, sold, flag])
  const coming = await aDrop(house.p, 3600, [await aShirt(house.p, 1)])
  const over = await aDrop(house.p, -7200, [sold, flag], { closesIn: -60 })
  const { page } = await open('/shop')
  const findings: string[] = []
  for (const path of [
    '/shop',
    ...[opened, coming, over].map(({ slug }) => `/collections/${slug}`),
    `/collections/${opened.slug}?type=flags`,
    `/products/${shirt.slug}`,
    `/products/${sold.slug}`,
    `/products/${flag.slug}`,
  ]) {
    await page.goto(house.origin + path)
    const found = await findingsOf(page)
    // The quiet strip of a site without events is not the shop's.
    const own = found.filter((finding) => !finding.includes('data-region="strip"'))
    findings.push(...own.map((finding) => `${path}: ${finding}`))
  }
  expect(findings).toEqual([])
})
