import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform, type TestPlatform } from '../../test/support/test-platform.ts'
import { sql } from '../platform/db/database.ts'
import { changeStock } from './change-stock.ts'
import { holdStock, listMovements, releaseStock, returnStock, sellFree, sellHeld } from './stock-store.ts'
import { inLockOrder, type StockLine } from './stock.ts'
import { aShirt, asRole, keeper } from './test-catalogue.ts'

let site: TestPlatform
beforeAll(async () => {
  site = await testPlatform()
})
afterAll(() => site.close())

const NOTE = { reason: '', by: null }

interface Counted {
  on_hand: number
  held: number
  moved: number
}

const count = async (variantId: string): Promise<Counted> =>
  (
    await sql<Counted>`select on_hand, held, (select coalesce(sum(quantity), 0)::int from stock_movements m
      where m.variant_id = s.variant_id) as moved from stock s where variant_id = ${variantId}`.execute(
      site.p.q,
    )
  ).rows[0] as Counted

const lineOf = (variantId: string, quantity: number): StockLine => ({ variantId, quantity })

test('repeated lines of a variant are one, in the order of the ids', () => {
  expect(inLockOrder([lineOf('b', 1), lineOf('a', 2), lineOf('b', 3)])).toEqual([
    lineOf('a', 2),
    lineOf('b', 4),
  ])
})

test('what is held can be taken by nobody else, and comes back when it is let go', async () => {
  const { p } = site
  const [small] = (await aShirt(p, 3)).variants
  const id = small?.id ?? ''
  await p.write((w) => holdStock(w, [lineOf(id, 1), lineOf(id, 1)]))
  await expect(p.write((w) => holdStock(w, [lineOf(id, 2)]))).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('Only 1 left'),
    extra: { short: [{ variantId: id, left: 1 }] },
  })
  await p.write((w) => releaseStock(w, [lineOf(id, 2)]))
  await p.write((w) => holdStock(w, [lineOf(id, 3)]))
  await p.write((w) => sellHeld(w, [lineOf(id, 3)], NOTE))
  expect(await count(id)).toEqual({ on_hand: 0, held: 0, moved: 0 })
  await expect(p.write((w) => holdStock(w, [lineOf(id, 1)]))).rejects.toThrow('sold out')
})

test('a shortage of one line leaves the others alone', async () => {
  const { p } = site
  const [a, b] = (await aShirt(p, 2)).variants.map(({ id }) => id)
  await expect(p.write((w) => holdStock(w, [lineOf(a ?? '', 1), lineOf(b ?? '', 3)]))).rejects.toMatchObject({
    kind: 'conflict',
  })
  expect([await count(a ?? ''), await count(b ?? '')].map(({ held }) => held)).toEqual([0, 0])
})

test('of fifty buyers at once for twenty pieces twenty get one', async () => {
  const { p } = site
  const [one] = (await aShirt(p, 20)).variants.map(({ id }) => id)
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () => p.write((w) => holdStock(w, [lineOf(one ?? '', 1)]))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
  expect(await count(one ?? '')).toEqual({ on_hand: 20, held: 20, moved: 20 })
})

test('of what nobody holds all lines are sold with the commit, or none, and it is said what is short', async () => {
  const { p } = site
  const { id: productId, variants } = await aShirt(p, 3)
  const [a = '', b = ''] = variants.map(({ id }) => id)
  const sell = (pieces: [number, number]): Promise<void> =>
    p.write(async (w) => {
      await holdStock(w, [lineOf(a, 1)])
      const lines = [lineOf(a, pieces[0]), lineOf(b, pieces[1])].map((line) => ({ ...line, productId }))
      sellFree(w, lines, NOTE)
    })
  await sell([1, 3])
  expect([await count(a), await count(b)]).toEqual([
    { on_hand: 2, held: 1, moved: 2 },
    { on_hand: 0, held: 0, moved: 0 },
  ])
  await expect(sell([1, 1])).rejects.toMatchObject({
    kind: 'conflict',
    extra: { short: expect.arrayContaining([expect.objectContaining({ variantId: b, left: 0 })]) },
  })
  await expect(sell([1, 1])).rejects.toThrow('sold out')
  expect(await count(a)).toEqual({ on_hand: 2, held: 1, moved: 2 })
})

test('of fifty who would buy the last three pieces, three get one', async () => {
  const { p } = site
  const { id: productId, variants } = await aShirt(p, 3)
  const id = variants[0]?.id ?? ''
  const buys = Array.from({ length: 50 }, () =>
    p.write((w) => Promise.resolve(sellFree(w, [{ ...lineOf(id, 1), productId }], NOTE))),
  )
  const ends = await Promise.allSettled(buys)
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await count(id)).toEqual({ on_hand: 0, held: 0, moved: 0 })
})

test('carts that want the same things in opposite orders all get through', async () => {
  const { p } = site
  const ids = (await aShirt(p, 100)).variants.map(({ id }) => id)
  const lines = ids.map((id) => lineOf(id, 1))
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      p.write((w) => holdStock(w, i % 2 === 0 ? lines : lines.toReversed())),
    ),
  )
  for (const id of ids) expect((await count(id)).held).toBe(30)
})

test('whatever happens, the pieces on hand are the sum of the movements, and what is held is among them', async () => {
  const { p } = site
  const anyStep = fc.record({
    what: fc.constantFrom('hold', 'release', 'sell', 'return', 'receive', 'count', 'correct'),
    which: fc.integer({ min: 0, max: 1 }),
    many: fc.integer({ min: 1, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 14 }), async (steps) => {
      const ids = (await aShirt(p, 4)).variants.map(({ id }) => id)
      const held = new Map<string, number>()
      for (const { what, which, many } of steps) {
        const id = ids[which] ?? ''
        const lines = [
          lineOf(id, what === 'release' || what === 'sell' ? Math.min(many, held.get(id) ?? 0) : many),
        ]
        if ((lines[0]?.quantity ?? 0) === 0) continue
        const done = await step(what, lines, id, many).then(
          () => true,
          () => false,
        )
        if (done && what === 'hold') held.set(id, (held.get(id) ?? 0) + many)
        if (what === 'release' || what === 'sell')
          held.set(id, (held.get(id) ?? 0) - (lines[0]?.quantity ?? 0))
      }
      for (const id of ids) {
        const { on_hand, held: kept, moved } = await count(id)
        expect(on_hand).toBe(moved)
        expect(kept).toBe(held.get(id) ?? 0)
        expect(kept).toBeLessThanOrEqual(on_hand)
      }
    }),
    { numRuns: 15 },
  )
})

function step(what: string, lines: StockLine[], id: string, many: number): Promise<unknown> {
  const { p } = site
  switch (what) {
    case 'hold':
      return p.write((w) => holdStock(w, lines))
    case 'release':
      return p.write((w) => releaseStock(w, lines))
    case 'sell':
      return p.write((w) => sellHeld(w, lines, NOTE))
    case 'return':
      return p.write((w) => returnStock(w, lines, NOTE))
    case 'receive':
      return changeStock(p, keeper, id, { kind: 'received', quantity: many })
    case 'count':
      return changeStock(p, keeper, id, { kind: 'counted', onHand: many })
    default:
      return changeStock(p, keeper, id, { kind: 'correction', quantity: -many, reason: 'Moths' })
  }
}

test('pieces at the checkout cannot be counted away, and the ledger says who moved what and why', async () => {
  const { p } = site
  const [one] = (await aShirt(p, 5)).variants.map(({ id }) => id)
  const id = one ?? ''
  await p.write((w) => holdStock(w, [lineOf(id, 3)]))
  await expect(changeStock(p, keeper, id, { kind: 'counted', onHand: 2 })).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('3 of them are held'),
  })
  await expect(
    changeStock(p, keeper, id, { kind: 'correction', quantity: -9, reason: 'Lost' }),
  ).rejects.toMatchObject({ kind: 'unprocessable' })
  expect(
    await changeStock(p, keeper, id, { kind: 'counted', onHand: 4, reason: 'One was torn' }),
  ).toMatchObject({
    onHand: 4,
    held: 3,
  })
  expect(await listMovements(p, id, 10, undefined)).toMatchObject([
    { kind: 'counted', quantity: -1, reason: 'One was torn', by: keeper.id },
    { kind: 'received', quantity: 5 },
  ])
  await expect(sql`update stock_movements set quantity = 9`.execute(p.q)).rejects.toThrow('append-only')
})

test('only the shop keeper moves stock', async () => {
  const { p } = site
  const [one] = (await aShirt(p, 1)).variants.map(({ id }) => id)
  await expect(
    changeStock(p, asRole('writer'), one ?? '', { kind: 'received', quantity: 1 }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})
