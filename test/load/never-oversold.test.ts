import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts'
import { changeStock } from '../../src/shop/change-stock.ts'
import { keeper } from '../../src/shop/test-catalogue.ts'
import { RunningSite } from '../support/running-site.ts'
import {
  countUnsettled,
  findLostPayments,
  findOversold,
  meddle,
  seeded,
  type Shelf,
  stockShelf,
  type Storm,
  visit,
} from '../support/shop-storm.ts'
import { type Misbehaviour, StripeStandIn } from '../support/stripe-stand-in.ts'

const PIECES = 6
const PAY_SECONDS = 2
const BUYERS = 10
const STORM_MS = 12_000
/** Each captured payment has ended within this, the longest pause of a job that failed again and again included. */
const SETTLED_WITHIN_MS = 150_000

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

let postgres: PostgresServer
let dataDir: string
let stripe: StripeStandIn
let sites: RunningSite[]
let shelf: Shelf

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pressbox-oversold-'))
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir, durable: false })
  stripe = await StripeStandIn.start()
  const environment = { DATABASE_URL: postgres.url, ...stripe.environment }
  sites = [await RunningSite.start({ script: 'src/main.ts', environment })]
  sites.push(await RunningSite.start({ script: 'src/main.ts', environment }))
  stripe.sendEventsTo(...sites.map(({ url }) => `${url}/api/v1/stripe/webhook`))
  shelf = await stockShelf(postgres.url, PIECES, PAY_SECONDS)
})
afterAll(async () => {
  await Promise.all(sites.map((site) => site.remove()))
  await shelf.close()
  await stripe.stop()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const WAYS: [string, Partial<Misbehaviour>][] = [
  ['is well', {}],
  ['is slow, loses events and sends them out of order', { slowMs: 150, lose: 0.4, reorderMs: 1500 }],
  [
    'fails after it has done its work, cuts connections and repeats events',
    { failAfter: 0.15, cut: 0.15, repeat: 0.6 },
  ],
]

test.each(WAYS)(
  `with two processes on one database nothing is ever oversold, and nothing paid is lost, while Stripe %s (SEED=${seed})`,
  async (_, misbehaviour) => {
    const random = seeded(seed)
    stripe.random = random
    stripe.misbehave(misbehaviour)
    const told = { orders: new Set<string>(), answers: 0, wrong: [] as string[] }
    const storm: Storm = { sites, stripe, shelf, paySeconds: PAY_SECONDS, random, told }
    const end = Date.now() + STORM_MS
    const until = async (act: () => Promise<unknown>, pauseMs: number): Promise<void> => {
      while (Date.now() < end) {
        await act()
        await sleep(random() * pauseMs)
      }
    }
    let looks = 0
    const watch = async (): Promise<void> => {
      expect(await findOversold(shelf.p)).toEqual([])
      looks++
    }
    await Promise.all([
      ...Array.from({ length: BUYERS }, () => until(() => visit(storm), 20)),
      until(() => meddle(storm), 150),
      until(watch, 5),
    ])
    stripe.misbehave({})
    await expect.poll(() => countUnsettled(shelf.p), { timeout: SETTLED_WITHIN_MS, interval: 250 }).toBe(0)
    await stripe.settled()
    expect(told.wrong).toEqual([])
    expect(await findOversold(shelf.p)).toEqual([])
    expect(await findLostPayments(shelf.p, stripe)).toEqual([])
    expect(looks).toBeGreaterThan(20)
    expect(told.orders.size).toBeGreaterThan(10)
    console.info(
      `${told.orders.size} orders, ${stripe.intents.size} payments, ${stripe.refunds.length} refunds, ${looks} looks`,
    )
    await restock()
  },
)

/** For the next storm, which shall sell out as well. */
const restock = async (): Promise<void> => {
  for (const variant of shelf.variants) await changeUp(variant)
}
const changeUp = (variant: string): Promise<unknown> =>
  changeStock(shelf.p, keeper, variant, { kind: 'received', quantity: PIECES })
