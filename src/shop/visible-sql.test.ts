import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { sql } from '../platform/db/database.ts'
import { findProduct, listOffered, visiblePaths } from './product-store.ts'
import { isForSale, stateOf } from './product.ts'
import { aDrop, aShirt, later } from './test-catalogue.ts'

let site: TestPlatform
beforeAll(async () => {
  site = await testPlatform()
})
afterAll(() => site.close())

const aWindow = fc.record({
  opens: fc.integer({ min: -50, max: 50 }),
  lasts: fc.option(fc.integer({ min: 1, max: 50 })),
  paused: fc.boolean(),
})

test('SQL asks the same as the rule: what is visible, and what is offered', async () => {
  const { p } = site
  await fc.assert(
    fc.asyncProperty(
      fc.array(aWindow, { maxLength: 3 }),
      fc.constantFrom('draft' as const, 'for-sale' as const, 'archived' as const),
      fc.integer({ min: -60, max: 110 }),
      async (windows, status, minute) => {
        const made = await aShirt(p, 0, { status })
        for (const { opens, lasts, paused } of windows) {
          const closes = lasts === null ? {} : { closesIn: (opens + lasts) * 60 }
          const { id } = await aDrop(p, opens * 60, [made], closes)
          if (paused) await sql`update collections set paused = true where id = ${id}`.execute(p.q)
        }
        const now = later(p, minute * 60)
        const product = await findProduct(p, made.id)
        const state = product ? stateOf(product, now) : 'hidden'
        const visible = await visiblePaths(p, now, 10_000)
        expect(visible.some(({ slug }) => slug === made.slug)).toBe(state !== 'hidden')
        const offered = await listOffered(p, { now, limit: 10_000 })
        expect(offered.some(({ id }) => id === made.id)).toBe(isForSale(state) || state === 'paused')
      },
    ),
    { numRuns: 40 },
  )
})
