import { Stripe } from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderIdIn, testShop, type TestShop, WEBHOOK_SECRET } from '../../test/support/test-shop.ts'
import { listOpenExceptions } from './exception-store.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { findOrder } from './order-store.ts'
import { reconcile } from './order-jobs.ts'
import { findPayment } from './payment-store.ts'
import { findProduct } from './product-store.ts'
import { listRefunds } from './refund-store.ts'
import { carryOutRefund } from './carry-out-refund.ts'
import { aShirt, keeper } from './test-catalogue.ts'
import { changeStock } from './change-stock.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await testShop()
})
afterAll(() => shop.close())

/** Somebody at the payment page, with one shirt of so many. */
async function atPaymentPage(pieces = 3) {
  const product = await aShirt(shop.p, pieces)
  const variant = product.variants[0]!.id
  const buyer = shop.buyer()
  await buyer.put(variant)
  const { location } = await buyer.order('ship:us')
  const orderId = orderIdIn(shop.stripe, location)
  const session = shop.stripe.sessionOf(orderId)!
  return { product, variant, buyer, orderId, session }
}

const eventAbout = (session: object, type = 'checkout.session.completed'): string =>
  JSON.stringify({ id: 'evt_1', object: 'event', type, data: { object: session } })

const sign = (payload: string, { secret = WEBHOOK_SECRET, age = 0 } = {}): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - age,
  })

const send = (payload: string, signature: string | null) =>
  shop.ask('/api/v1/stripe/webhook', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature !== null && { 'stripe-signature': signature }),
    },
    body: payload,
  })

/** The body and the signature that are sent of an event. */
type Forge = (payload: string) => readonly [string, string | null]

const stateOf = async (orderId: string) => (await findOrder(shop.p, orderId))?.state

async function carryOutRefunds(orderId: string): Promise<void> {
  for (const { id } of await listRefunds(shop.p, orderId)) await carryOutRefund(shop.p, id)
}

test('an event makes an order paid once, however often and in whatever number at once it comes', async () => {
  const { orderId, session, product } = await atPaymentPage()
  shop.stripe.pay(session.id)
  const payload = eventAbout(session)
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(payload, sign(payload))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(await stateOf(orderId)).toBe('paid')
  const stock = (await findProduct(shop.p, product.id))?.variants[0]?.stock
  expect(stock).toMatchObject({ onHand: 2, held: 0 })
  expect(await listRefunds(shop.p, orderId)).toEqual([])
})

test.each([
  ['no signature', (payload: string) => [payload, null] as const],
  [
    'the signature of another secret',
    (payload: string) => [payload, sign(payload, { secret: 'whsec_other' })] as const,
  ],
  [
    'a signature older than five minutes',
    (payload: string) => [payload, sign(payload, { age: 301 })] as const,
  ],
  [
    'a body that was written anew',
    (payload: string) => [JSON.stringify(JSON.parse(payload), null, 1), sign(payload)] as const,
  ],
  ['a body that is no JSON', () => ['not json', 'v1=abc,t=1'] as const],
])('an event with %s is refused before it is read', async (_, forge: Forge) => {
  const { orderId, session } = await atPaymentPage()
  const { status, text } = await send(
    ...forge(eventAbout({ ...session, status: 'complete', payment_status: 'paid' })),
  )
  expect(status).toBe(400)
  expect(text).toContain('signature')
  expect(await stateOf(orderId)).toBe('paying')
})

test('an event that claims a payment which Stripe does not know changes nothing', async () => {
  const { orderId, session } = await atPaymentPage()
  const payload = eventAbout({
    ...session,
    status: 'complete',
    payment_status: 'paid',
    amount_total: session.amount_total,
  })
  expect((await send(payload, sign(payload))).status).toBe(200)
  expect(await stateOf(orderId)).toBe('paying')
})

test('an event about a payment page of somebody else, or of another kind, is taken and changes nothing', async () => {
  for (const payload of [
    eventAbout({ id: 'cs_of_others' }),
    eventAbout({ id: 7 }),
    eventAbout({}, 'account.updated'),
  ])
    expect((await send(payload, sign(payload))).status).toBe(200)
})

test('while Stripe cannot be asked an event is not taken, so that it comes again', async () => {
  const { orderId, session } = await atPaymentPage()
  shop.stripe.pay(session.id)
  const payload = eventAbout(session)
  shop.stripe.goAway(true)
  const { status } = await send(payload, sign(payload)).finally(() => shop.stripe.goAway(false))
  expect(status).toBe(503)
  expect(await stateOf(orderId)).toBe('paying')
  await reconcile(shop.p)
  expect(await stateOf(orderId)).toBe('paid')
})

test('another amount than was asked for is given back, and somebody is told', async () => {
  const { orderId, session } = await atPaymentPage()
  shop.stripe.pay(session.id, session.amount_total - 100)
  await lookAtPayment(shop.p, orderId)
  await carryOutRefunds(orderId)
  expect(await stateOf(orderId)).toBe('cancelled')
  expect(shop.stripe.kept(session.payment_intent!)).toBe(0)
  expect(await listOpenExceptions(shop.p, orderId, 9)).toMatchObject([{ kind: 'wrong-amount' }])
})

test('who pays after the time is over gets what they ordered while it is there, and else the money back', async () => {
  const [lucky, unlucky] = [await atPaymentPage(1), await atPaymentPage(1)]
  const let1 = async ({ orderId }: { orderId: string }) => {
    await shop.p.write(async (w) => {
      const { lockWithCart } = await import('./order-store.ts')
      const { letGoOrder } = await import('./let-go-order.ts')
      const order = await lockWithCart(w, orderId)
      if (order) await letGoOrder(w, order, 'expired', { says: '', by: null })
    })
  }
  await let1(lucky)
  await let1(unlucky)
  await changeStock(shop.p, keeper, unlucky.variant, { kind: 'counted', onHand: 0 })
  for (const { session, orderId } of [lucky, unlucky]) {
    shop.stripe.pay(session.id)
    await Promise.all([lookAtPayment(shop.p, orderId), lookAtPayment(shop.p, orderId)])
    await carryOutRefunds(orderId)
  }
  expect(await stateOf(lucky.orderId)).toBe('paid')
  expect(shop.stripe.kept(lucky.session.payment_intent!)).toBe(lucky.session.amount_total)
  expect(await stateOf(unlucky.orderId)).toBe('expired')
  expect(shop.stripe.kept(unlucky.session.payment_intent!)).toBe(0)
  expect(await listOpenExceptions(shop.p, unlucky.orderId, 9)).toMatchObject([
    { kind: 'sold-out-after-payment' },
  ])
  expect((await unlucky.buyer.get(pageOf(unlucky.session))).text).toContain('We give the whole amount back')
})

const pageOf = ({ cancel_url }: { cancel_url: string }): string => cancel_url.replace('http://shop.test', '')

test('a payment page is asked for once: an error that Stripe would repeat is left behind by the next attempt', async () => {
  const product = await aShirt(shop.p, 3)
  const buyer = shop.buyer()
  await buyer.put(product.variants[0]!.id)
  shop.stripe.misbehave({ failAfter: 1 })
  const answer = await buyer.order('ship:us')
  shop.stripe.misbehave({})
  expect(answer.status).toBe(503)
  expect(answer.text).toContain('Nothing was charged: try again')
  const path = /action="(\/orders\/[^"]+\/pay\?key=[^"]+)"/.exec(answer.text)?.[1]
  const again = await buyer.post(path!)
  expect(again.status).toBe(303)
  const orderId = orderIdIn(shop.stripe, again.location)
  // Of the two pages that Stripe has made by now one is known, and only that one was ever given out.
  expect((await findPayment(shop.p, orderId))?.session_url).toBe(again.location)
  expect((await buyer.post(path!)).location).toBe(again.location)
})

test('a refund whose answer is lost or wrong is carried out once', async () => {
  const { orderId, session } = await atPaymentPage()
  shop.stripe.pay(session.id)
  await lookAtPayment(shop.p, orderId)
  const refund = (amount: number) =>
    shop.desk(
      'shop',
      'POST',
      `/api/v1/desk/orders/${orderId}/refunds`,
      { amount },
      { 'idempotency-key': crypto.randomUUID() },
    )
  const answers = await Promise.all(Array.from({ length: 5 }, () => refund(1500)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 422, 422, 422])
  for (const how of [{ failAfter: 1 }, { cut: 1 }, {}]) {
    shop.stripe.misbehave(how)
    await carryOutRefunds(orderId).catch(() => undefined)
  }
  expect(shop.stripe.kept(session.payment_intent!)).toBe(session.amount_total - 3000)
  expect((await refund(session.amount_total)).status).toBe(422)
  expect((await refund(session.amount_total - 3000)).status).toBe(200)
  await carryOutRefunds(orderId)
  expect(await stateOf(orderId)).toBe('refunded')
  expect(shop.stripe.kept(session.payment_intent!)).toBe(0)
})
