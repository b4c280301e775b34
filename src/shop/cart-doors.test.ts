import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORM, orderIdIn, testShop, type TestShop } from '../../test/support/test-shop.ts'
import { sql } from '../platform/db/database.ts'
import { pauseCollection } from './pause-collection.ts'
import { findOrder } from './order-store.ts'
import { findProduct } from './product-store.ts'
import { aDrop, aShirt, keeper } from './test-catalogue.ts'
import { updateProduct } from './update-product.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await testShop()
})
afterAll(() => shop.close())

async function shirt(pieces = 3): Promise<{ id: string; variant: string; other: string }> {
  const { id, variants } = await aShirt(shop.p, pieces)
  return { id, variant: variants[0]!.id, other: variants[1]!.id }
}

const count = async (table: 'orders' | 'carts' | 'cart_lines'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(shop.p.q)
  return rows[0]?.n ?? -1
}

test.each(['-1', '0', '0.5', '1e9', '1e3', 'NaN', '', '100', '１２', '0x10', '99999999999'])(
  'a quantity of "%s" is refused with a sentence',
  async (quantity) => {
    const { variant } = await shirt()
    const { status, text } = await shop.buyer().post('/cart/lines', { variant, quantity })
    expect(status).toBe(422)
    expect(text).toContain('whole number from 1 to 99')
  },
)

test.each([
  ['no variant', {}],
  ['a variant that is no id', { variant: "1' or 1=1" }],
])('%s is refused', async (_, fields) => {
  expect((await shop.buyer().post('/cart/lines', fields)).status).toBe(400)
})

test('a field that comes twice, a form that is none and one that is too large are refused', async () => {
  const { variant } = await shirt()
  const raw = (body: string, type = 'application/x-www-form-urlencoded') =>
    shop.ask('/cart/lines', { method: 'POST', headers: { 'content-type': type }, body })
  expect((await raw(`variant=${variant}&quantity=-1&quantity=1`)).status).toBe(400)
  expect((await raw(JSON.stringify({ variant }), 'application/json')).status).toBe(415)
  expect((await raw('x='.padEnd(1_000_000, 'x'))).status).toBe(413)
})

test('more different things than a cart takes are refused', async () => {
  const buyer = shop.buyer()
  for (let i = 0; i < 10; i++) {
    const { variants } = await aShirt(shop.p, 3)
    for (const { id } of variants) expect((await buyer.put(id)).status).toBe(303)
  }
  expect((await buyer.put((await shirt()).variant)).status).toBe(422)
})

test('what a client says of prices, totals and currencies is not heard', async () => {
  const { variant } = await shirt()
  const buyer = shop.buyer()
  await buyer.post('/cart/lines', { variant, quantity: '1', price: '1', price_minor: '1', currency: 'JPY' })
  const { revision, ways } = await buyer.checkout()
  const way = ways.find((each) => each.startsWith('pickup'))!
  const before = await count('orders')
  const order = (change: Record<string, string>) =>
    buyer.post('/checkout', { ...FORM, do: 'order', revision, way, ...change })
  for (const total of ['1', '0', '3399']) {
    const { status, text } = await order({ way: way.replace(/\d+$/, total), total: '1', tax: '0' })
    expect(status).toBe(409)
    expect(text).toContain('The total is now $34.00')
  }
  expect(await count('orders')).toBe(before)
  const { location } = await order({})
  expect((await findOrder(shop.p, orderIdIn(shop.stripe, location)))?.totals).toMatchObject({
    total: 3400,
    currency: 'USD',
  })
})

test.each(['ship:us:pickup:3800', 'pickup:-:stripe:-5', 'pickup:us:pickup', 'ship:../../x:stripe:1', ''])(
  'a way that nobody offered (%s) makes no order',
  async (way) => {
    const { variant } = await shirt()
    const buyer = shop.buyer()
    await buyer.put(variant)
    const { revision, ways } = await buyer.checkout()
    const total = ways
      .find((each) => each.startsWith('ship:us'))
      ?.split(':')
      .at(-1)
    const before = await count('orders')
    const { status } = await buyer.post('/checkout', {
      ...FORM,
      do: 'order',
      revision,
      way: way.replace('3800', total ?? ''),
    })
    expect(status).toBe(422)
    expect(await count('orders')).toBe(before)
  },
)

test('nothing of a drop can be put into a cart before it opens, and no more is said of it than of nothing at all', async () => {
  const { id, variant } = await shirt()
  await aDrop(shop.p, 3600, [{ id }])
  const early = await shop.buyer().put(variant)
  const nothing = await shop.buyer().put('0198f000-0000-7000-8000-00000000dead')
  expect([early.status, nothing.status]).toEqual([404, 404])
  expect(early.text.replaceAll(/etag|\d+\.\d+/g, '')).toBe(nothing.text.replaceAll(/etag|\d+\.\d+/g, ''))
})

test('a paused drop takes no order, and the cart keeps what is in it', async () => {
  const { id, variant } = await shirt()
  const drop = await aDrop(shop.p, -60, [{ id }])
  const buyer = shop.buyer()
  await buyer.put(variant)
  const { revision, ways } = await buyer.checkout()
  await pauseCollection(shop.p, keeper, drop.id, true)
  const way = ways.find((each) => each.startsWith('pickup'))!
  const answer = await buyer.post('/checkout', { ...FORM, do: 'order', revision, way })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('is paused')
  expect((await buyer.get('/cart')).text).toContain('It stays in your cart')
})

test('a price that changes after the page was made is said, and ordered only when it was seen', async () => {
  const { id, variant } = await shirt()
  const buyer = shop.buyer()
  await buyer.put(variant)
  const { revision, ways } = await buyer.checkout()
  const product = (await findProduct(shop.p, id))!
  await updateProduct(shop.p, keeper, id, product.revision, {
    title: product.title,
    type: product.type,
    options: product.options,
    status: 'for-sale',
    variants: product.variants.map(({ id: each, sku, choice }) => ({
      id: each,
      sku,
      choice,
      priceMinor: 4000,
    })),
  })
  expect((await buyer.get('/cart')).text).toContain('The price is now $40.00; it was $32.00')
  const way = ways.find((each) => each.startsWith('pickup'))!
  const stale = await buyer.post('/checkout', {
    ...FORM,
    do: 'order',
    revision,
    way,
    note: 'By the <b>door</b>',
  })
  expect(stale.status).toBe(409)
  expect(stale.text).toContain('The total is now $42.50; this page said $34.00')
  expect(stale.text).toContain('value="By the &lt;b&gt;door&lt;/b&gt;"')
  expect((await buyer.order('pickup')).status).toBe(303)
})

test('a form with mistakes says each beside its field, and nothing that was typed is lost', async () => {
  const { variant } = await shirt()
  const buyer = shop.buyer()
  await buyer.put(variant)
  const { status, text } = await buyer.order('ship:us', {
    email: 'ada@',
    city: '',
    region: '',
    name: 'Ada "M" Marsh',
  })
  expect(status).toBe(422)
  expect(text).toContain('3 things are')
  for (const field of ['email', 'city', 'region']) expect(text).toContain(`id="p-${field}"`)
  expect(text).toContain('value="Ada &quot;M&quot; Marsh"')
  expect(text).toContain('value="1 Rink Road"')
})

test('one cart sent twice at the same moment, or from two tabs, becomes one order', async () => {
  const { id, variant } = await shirt(5)
  for (const way of ['pickup:-:pickup', 'ship:us']) {
    const buyer = shop.buyer()
    await buyer.put(variant)
    const { revision, ways } = await buyer.checkout()
    const chosen = ways.find((each) => each.startsWith(way))!
    const before = await count('orders')
    const send = () => buyer.post('/checkout', { ...FORM, do: 'order', revision, way: chosen })
    const answers = await Promise.all([send(), send(), send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect((await send()).location).toBe(answers[0]?.location)
    expect(await count('orders')).toBe(before + 1)
  }
  expect((await findProduct(shop.p, id))?.variants[0]?.stock).toMatchObject({ onHand: 4, held: 1 })
})

test('who changes the cart at the payment page and orders anew is not kept out by their own hold', async () => {
  const { id, variant, other } = await shirt(1)
  const buyer = shop.buyer()
  await buyer.put(variant)
  const first = orderIdIn(shop.stripe, (await buyer.order('ship:us')).location)
  await buyer.put(other)
  expect((await buyer.get('/cart')).text).not.toContain('Sold out')
  const second = orderIdIn(shop.stripe, (await buyer.order('ship:us')).location)
  expect(second).not.toBe(first)
  expect([(await findOrder(shop.p, first))?.state, (await findOrder(shop.p, second))?.state]).toEqual([
    'expired',
    'paying',
  ])
  const held = (await findProduct(shop.p, id))?.variants.map(({ stock }) => stock.held)
  expect(held).toEqual([1, 1, 0])
})

test('what was not paid in time is sold to whoever comes next, before any job has run', async () => {
  const { variant } = await shirt(1)
  await shop.settings({ paySeconds: 1 })
  const first = shop.buyer()
  await first.put(variant)
  const late = orderIdIn(shop.stripe, (await first.order('ship:us')).location)
  const next = shop.buyer()
  const { rows } =
    await sql`update orders set hold_until = clock_timestamp() where id = ${late} returning 1`.execute(
      shop.p.q,
    )
  expect(rows).toHaveLength(1)
  await shop.settings({ paySeconds: 900 })
  expect((await next.put(variant)).status).toBe(303)
  expect((await next.order('pickup:-:pickup')).status).toBe(303)
  expect((await first.get('/cart')).text).toContain('Sold out')
})

test("neither another's cart nor another's order opens by its id", async () => {
  const { variant } = await shirt()
  const owner = shop.buyer()
  await owner.put(variant)
  const { location } = await owner.order('pickup:-:pickup')
  const orderId = orderIdIn(shop.stripe, location)
  const stranger = shop.buyer()
  for (const path of [
    `/orders/${orderId}`,
    `/orders/${orderId}?key=`,
    `/orders/${orderId}?key=${'A'.repeat(22)}`,
    '/orders/1001',
  ])
    expect((await stranger.get(path)).status).toBe(404)
  for (const verb of ['pay', 'cancel'])
    expect((await stranger.post(`/orders/${orderId}/${verb}?key=x`)).status).toBe(404)
  await owner.put(variant)
  const [cartId] = owner.cookie.split('=')[1]!.split('.')
  stranger.cookie = `pressbox.cart=${cartId}.${'A'.repeat(22)}`
  expect((await stranger.get('/cart')).text).toContain('Your cart is empty')
  const view = /data-region="(cart:[^"]+)"/.exec((await owner.get('/cart')).text)?.[1]
  expect(view).not.toContain(owner.cookie.split('.').at(-1))
  const key = `cart:${cartId}.${'A'.repeat(22)}/lines`
  expect((await shop.p.regions.get(key)).value.html).toBeNull()
})

test('every form refuses what comes from another site, and no link changes anything', async () => {
  const { variant } = await shirt()
  const buyer = shop.buyer()
  await buyer.put(variant)
  const before = [await count('carts'), await count('cart_lines'), await count('orders')]
  const id = '0198f000-0000-7000-8000-000000000001'
  const doors = [
    '/cart/lines',
    `/cart/lines/${variant}`,
    `/cart/lines/${variant}/remove`,
    '/checkout',
    `/orders/${id}/pay?key=x`,
    `/orders/${id}/cancel?key=x`,
  ]
  for (const door of doors)
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])
      expect((await buyer.post(door, { variant, quantity: '2' }, headers)).status).toBe(403)
  for (const door of doors)
    expect((await buyer.get(door.replace('/checkout', '/checkout?do=order'))).status).not.toBe(303)
  await buyer.get(`/cart?did=removed&variant=${variant}&quantity=5`)
  expect([await count('carts'), await count('cart_lines'), await count('orders')]).toEqual(before)
})

test('the cookie of a cart is out of reach of scripts and of other sites', async () => {
  const { variant } = await shirt()
  const answer = await shop.buyer().put(variant)
  expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
})

test('what is taken out can be put back, and how many are changed', async () => {
  const { variant } = await shirt(5)
  const buyer = shop.buyer()
  await buyer.put(variant, 2)
  expect((await buyer.post(`/cart/lines/${variant}`, { quantity: '4' })).location).toBe('/cart?did=changed')
  const removed = await buyer.post(`/cart/lines/${variant}/remove`)
  const page = await buyer.get(removed.location)
  expect(page.text).toContain('Your cart is empty')
  expect(page.text).toContain('name="quantity" value="4"')
  expect((await buyer.put(variant, 4)).status).toBe(303)
  expect((await buyer.put(variant, 2)).status).toBe(409)
})

test("a reader's script gets the count in place, and a sentence where it did not work", async () => {
  const { variant } = await shirt(1)
  const buyer = shop.buyer()
  const put = () => buyer.post('/cart/lines', { variant }, { accept: 'application/json' })
  expect(JSON.parse((await put()).text)).toEqual({ pieces: 1, says: 'In your cart.' })
  const again = await put()
  expect([again.status, JSON.parse(again.text).detail]).toEqual([409, expect.stringContaining('Only 1 left')])
})
