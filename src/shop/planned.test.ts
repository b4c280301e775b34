import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { connect, type Database, sql } from '../platform/db/database.ts'
import { findBuyable } from './buyable.ts'
import { newCartId } from './cart-cookie.ts'
import { insertFilledCart, readCart } from './cart-store.ts'
import { aShirt } from './test-catalogue.ts'

let site: TestPlatform
let one: Database
beforeAll(async () => {
  site = await testPlatform()
  one = connect(site.p.db.url, () => undefined, 1)
})
afterAll(async () => {
  await one.close()
  await site.close()
})

/** After so many the database asks itself whether a plan for all is as good as one for each. */
const UNTIL_ITS_MIND_IS_MADE_UP = 7

test('what a crowd asks on its way to an order is planned once a connection', async () => {
  const shirt = await aShirt(site.p, 1000)
  const variantId = shirt.variants[0]?.id ?? ''
  for (let i = 0; i < UNTIL_ITS_MIND_IS_MADE_UP; i++) {
    const cartId = newCartId()
    const { variant } = await findBuyable(one, variantId, site.p.clock.now())
    await insertFilledCart(one, cartId, { variantId, quantity: 1, seenPrice: variant.priceMinor })
    expect((await readCart(one, cartId)).products).toHaveLength(1)
  }
  const { rows } = await sql<{ generic: number; statement: string }>`
    select generic_plans as generic, statement from pg_prepared_statements`.execute(one.q)
  expect(rows).toHaveLength(3)
  expect(rows.filter(({ generic }) => generic === 0)).toEqual([])
})
