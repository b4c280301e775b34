import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderIdIn, testShop, type TestShop } from '../../test/support/test-shop.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { sql } from '../platform/db/database.ts'
import { carryOutRefund } from './carry-out-refund.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { findOrder } from './order-store.ts'
import { findProduct } from './product-store.ts'
import { listRefunds } from './refund-store.ts'
import { aDrop, aShirt } from './test-catalogue.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await testShop()
})
afterAll(() => shop.close())

const KEY = { 'idempotency-key': 'a key' }

async function ordered(way: string, change: Record<string, string> = {}) {
  const product = await aShirt(shop.p, 5)
  const buyer = shop.buyer()
  await buyer.put(product.variants[0]!.id, 2)
  const orderId = orderIdIn(shop.stripe, (await buyer.order(way, change)).location)
  const session = shop.stripe.sessionOf(orderId)
  if (session) {
    shop.stripe.pay(session.id)
    await lookAtPayment(shop.p, orderId)
  }
  return { product, orderId, session, buyer }
}

async function act(orderId: string, body: object, role: 'shop' | 'editor' = 'shop') {
  const { revision = 0 } = (await findOrder(shop.p, orderId)) ?? {}
  return shop.desk(role, 'POST', `/api/v1/desk/orders/${orderId}/actions`, body, {
    'if-match': `"${revision}"`,
  })
}

const mailsTo = async (email: string): Promise<{ subject: string; body_text: string }[]> =>
  (
    await sql<{ subject: string; body_text: string }>`
    select subject, body_text from mail where recipient = ${email} order by id`.execute(shop.p.q)
  ).rows

const onHand = async (productId: string): Promise<number | undefined> =>
  (await findProduct(shop.p, productId))?.variants[0]?.stock.onHand

test('an order at pickup is packed, paid and handed out, and its buyer is told', async () => {
  const email = 'pickup@example.com'
  const { orderId } = await ordered('pickup:-:pickup', { email })
  expect((await act(orderId, { action: 'pack' })).json).toMatchObject({ packed: true, state: 'to-pay' })
  const unpaid = await act(orderId, { action: 'hand-out' })
  expect([unpaid.status, unpaid.json.detail]).toEqual([422, expect.stringContaining('not paid yet')])
  const done = await act(orderId, { action: 'hand-out', paid: true })
  expect(done.json).toMatchObject({
    state: 'fulfilled',
    label: 'Handed out',
    captured: 6800,
    actions: ['refund'],
  })
  expect(done.json.events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'placed',
    'packed',
    'paid',
    'handed-out',
  ])
  const mails = await mailsTo(email)
  expect(mails.map(({ subject }) => subject.split(':')[0]?.split(' order')[0])).toEqual(['Your', 'Thank you'])
  expect(mails[0]?.body_text).toMatch(
    /2 x Goal Horn Tee \d+, S: \$64\.00\nSales tax: \$4\.00\nTotal: \$68\.00/,
  )
  expect(mails[0]?.body_text).toMatch(/http:\/\/shop\.test\/orders\/[0-9a-f-]{36}\?key=[\w-]{22}\n/)
})

test('an order by card is sent with its tracking, which stands in the mail and on its page', async () => {
  const email = 'sent@example.com'
  const { orderId, buyer, session } = await ordered('ship:us', { email })
  const sent = await act(orderId, {
    action: 'send',
    carrier: 'Parcel Post',
    tracking: 'PP 12',
    trackingUrl: 'https://parcels.example/12',
  })
  expect(sent.json).toMatchObject({ state: 'fulfilled', label: 'Sent', tracking: 'PP 12' })
  expect((await mailsTo(email)).at(-1)?.body_text).toContain('Parcel Post PP 12: https://parcels.example/12')
  const page = await buyer.get(session!.cancel_url.replace('http://shop.test', ''))
  expect(page.text).toContain('href="https://parcels.example/12"')
  expect((await act(orderId, { action: 'send' })).status).toBe(409)
})

test('a cancelled order gives back stock and money, once', async () => {
  const { orderId, product, session } = await ordered('ship:us')
  expect(await onHand(product.id)).toBe(3)
  const cancelled = await act(orderId, { action: 'cancel', reason: 'A hole in each.' })
  expect(cancelled.json).toMatchObject({ state: 'cancelled', refundable: 0, actions: [] })
  expect((await act(orderId, { action: 'cancel' })).status).toBe(409)
  for (const { id } of await listRefunds(shop.p, orderId)) await carryOutRefund(shop.p, id)
  expect(shop.stripe.kept(session!.payment_intent!)).toBe(0)
  expect(await onHand(product.id)).toBe(5)
})

test('a refund of a part can put pieces back on sale, and no more of them than were ordered', async () => {
  const { orderId, product, session } = await ordered('ship:us')
  const refund = (quantity: number, key: string) =>
    shop.desk(
      'shop',
      'POST',
      `/api/v1/desk/orders/${orderId}/refunds`,
      { amount: 3200, reason: 'Too small', restock: [{ variantId: product.variants[0]!.id, quantity }] },
      { 'idempotency-key': key },
    )
  expect((await refund(3, 'too many')).status).toBe(422)
  const answers = [await refund(1, 'once'), await refund(1, 'once')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[1]?.json.refunds).toHaveLength(1)
  for (const { id } of await listRefunds(shop.p, orderId)) await carryOutRefund(shop.p, id)
  expect(shop.stripe.kept(session!.payment_intent!)).toBe(session!.amount_total - 3200)
  expect(await onHand(product.id)).toBe(4)
})

test('an answer to an older look at an order is refused', async () => {
  const { orderId } = await ordered('pickup:-:pickup')
  const stale = await shop.desk(
    'shop',
    'POST',
    `/api/v1/desk/orders/${orderId}/actions`,
    { action: 'pack' },
    { 'if-match': '"99"' },
  )
  expect(stale.status).toBe(412)
})

test('orders are found by number, name and address, however they are written, and listed a page at a time', async () => {
  const { orderId } = await ordered('pickup:-:pickup', { name: 'Zora 100% Quill', email: 'Zora@Example.com' })
  const { number } = (await findOrder(shop.p, orderId))!
  const find = async (q: string) =>
    (
      await shop.desk('shop', 'GET', `/api/v1/desk/orders?filter=all&q=${encodeURIComponent(q)}`)
    ).json.items.map(({ id }: { id: string }) => id)
  for (const q of [String(number), `#${number}`, 'zora', 'ZORA@', 'zora 100%'])
    expect(await find(q)).toEqual([orderId])
  for (const q of ['%', 'zora 1__%', "'; drop table orders"]) expect(await find(q)).toEqual([])
  const page = (await shop.desk('shop', 'GET', '/api/v1/desk/orders?filter=all&limit=2')).json
  const next = (await shop.desk('shop', 'GET', `/api/v1/desk/orders?filter=all&limit=2&after=${page.next}`))
    .json
  expect(page.items[0].id).toBe(orderId)
  expect(next.items[0].number).toBe(page.items[1].number - 1)
})

test('the board of a drop counts what is held and sold, and is told of each order', async () => {
  const product = await aShirt(shop.p, 5)
  const drop = await aDrop(shop.p, -60, [product])
  const [small, medium] = product.variants.map(({ id }) => id)
  const board = async () => (await shop.desk('shop', 'GET', `/api/v1/drops/${drop.id}`)).json
  const changes = async () =>
    (
      await sql<{
        n: number
      }>`select count(*) as n from changes where ${`desk:drop:${drop.id}`} = any(topics)`.execute(shop.p.q)
    ).rows[0]!.n
  const pay = shop.buyer()
  await pay.put(small!, 2)
  await pay.order('pickup:-:pickup')
  const before = await changes()
  const hold = shop.buyer()
  await hold.put(medium!)
  await hold.order('ship:us')
  await shop.p.tail.sync()
  expect(await changes()).toBeGreaterThan(before)
  const told = await board()
  expect(told).toMatchObject({ orders: 1, pieces: 2, revenue: 6400, openPayments: 1, paused: false })
  expect(told.variants.map(({ onHand, held, sold }: Record<string, number>) => [onHand, held, sold])).toEqual(
    [
      [3, 0, 2],
      [5, 1, 0],
      [5, 0, 0],
    ],
  )
  expect(told.ordersPerMinute).toHaveLength(30)
  expect(told.ordersPerMinute.reduce((sum: number, { orders }: { orders: number }) => sum + orders, 0)).toBe(
    1,
  )
})

test('pages that show a product are told of every hold, sale and release', async () => {
  const product = await aShirt(shop.p, 1)
  const reading = new RecordedReading(shop.p, shop.p.clock.now())
  expect(await shop.p.regionKinds.render(`product:${product.id}/buy`, reading)).not.toMatchObject({
    html: null,
  })
  expect([...reading.topics]).toContain(`product:${product.id}`)
  const changes = async () =>
    (
      await sql<{
        n: number
      }>`select count(*) as n from changes where ${`product:${product.id}`} = any(topics)`.execute(shop.p.q)
    ).rows[0]!.n
  const buyer = shop.buyer()
  await buyer.put(product.variants[0]!.id)
  const counts = [await changes()]
  const { location } = await buyer.order('ship:us')
  counts.push(await changes())
  const page = shop.stripe
    .sessionOf(orderIdIn(shop.stripe, location))!
    .cancel_url.replace('http://shop.test', '')
  await buyer.post(page.replace('?', '/cancel?'))
  await shop.p.tail.sync()
  counts.push(await changes())
  expect(counts[1]).toBeGreaterThan(counts[0]!)
  expect(counts[2]).toBeGreaterThan(counts[1]!)
})

test('only those who manage orders come to them, and only those who manage the shop change its settings', async () => {
  const { orderId } = await ordered('pickup:-:pickup')
  for (const path of ['orders', `orders/${orderId}`, 'order-counts', 'order-exceptions'])
    expect((await shop.desk('editor', 'GET', `/api/v1/desk/${path}`)).status).toBe(403)
  expect((await act(orderId, { action: 'pack' }, 'editor')).status).toBe(403)
  const refund = await shop.desk('host', 'POST', `/api/v1/desk/orders/${orderId}/refunds`, {}, KEY)
  expect(refund.status).toBe(403)
  const { json } = await shop.desk('shop', 'GET', '/api/v1/checkout-settings')
  const put = (role: 'shop' | 'editor', value: object, revision: number) =>
    shop.desk(role, 'PUT', '/api/v1/checkout-settings', value, { 'if-match': `"${revision}"` })
  expect((await put('editor', json.value, json.revision)).status).toBe(403)
  expect((await put('shop', json.value, json.revision + 1)).status).toBe(412)
  expect((await put('shop', { ...json.value, paySeconds: 0 }, json.revision)).status).toBe(400)
  expect((await put('shop', json.value, json.revision)).status).toBe(200)
})
