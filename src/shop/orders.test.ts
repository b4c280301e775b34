import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOrder } from './order-store.ts'
import { findPayment } from './payment-store.ts'
import { findProduct } from './product-store.ts'
import { aShirt } from './test-catalogue.ts'
import { orderIdIn, testShop, type TestShop } from '../../test/support/test-shop.ts'

let shop: TestShop
beforeAll(async () => {
  shop = await testShop()
})
afterAll(() => shop.close())

async function stockOf(productId: string): Promise<{ onHand: number; held: number }[]> {
  const product = await findProduct(shop.p, productId)
  return (product?.variants ?? []).map(({ stock: { onHand, held } }) => ({ onHand, held }))
}

async function shirt(pieces: number) {
  const product = await aShirt(shop.p, pieces)
  const [small, medium] = product.variants.map(({ id }) => id)
  return { id: product.id, small: small!, medium: medium!, title: product.title }
}

test('an order to be paid at pickup sells the stock at once, empties the cart and writes to its buyer', async () => {
  const { id, small } = await shirt(3)
  const buyer = shop.buyer()
  expect((await buyer.put(small, 2)).location).toBe('/cart?did=added')
  const { location, status } = await buyer.order('pickup:-:pickup')
  expect(status).toBe(303)
  const order = await findOrder(shop.p, orderIdIn(shop.stripe, location))
  expect(order).toMatchObject({
    state: 'to-pay',
    pieces: 2,
    totals: { goods: 6400, shipping: 0, tax: 400, total: 6800 },
  })
  expect((await stockOf(id))[0]).toEqual({ onHand: 1, held: 0 })
  const page = await buyer.get(location)
  expect(page.text).toContain('To be paid at pickup')
  expect((await buyer.get('/cart')).text).toContain('Your cart is empty')
})

test('an order paid by card holds its stock until Stripe says that it was paid', async () => {
  const { id, small } = await shirt(3)
  const buyer = shop.buyer()
  await buyer.put(small)
  const { location, status, text } = await buyer.order('ship:us')
  expect([status, text]).toEqual([303, ''])
  const orderId = orderIdIn(shop.stripe, location)
  expect(await findOrder(shop.p, orderId)).toMatchObject({ state: 'paying' })
  expect((await stockOf(id))[0]).toEqual({ onHand: 3, held: 1 })
  const session = shop.stripe.sessionOf(orderId)!
  expect(session.amount_total).toBe(3200 + 600 + 200)
  expect(shop.stripe.pay(session.id)).toBe(true)
  const page = await buyer.get(new URL(session.success_url).pathname + new URL(session.success_url).search)
  expect(page.text).toContain('<h1 data-hold>Paid</h1>')
  expect(await findPayment(shop.p, orderId)).toMatchObject({ state: 'captured', captured: 4000 })
  expect((await stockOf(id))[0]).toEqual({ onHand: 2, held: 0 })
})
