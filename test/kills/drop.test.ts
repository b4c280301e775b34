import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PostgresServer, startPostgres } from '../../src/platform/db/postgres-server.ts'
import { sql } from '../../src/platform/db/database.ts'
import { changeStock } from '../../src/shop/change-stock.ts'
import { keeper } from '../../src/shop/test-catalogue.ts'
import { RunningSite } from '../support/running-site.ts'
import {
  countUnsettled,
  findLostPayments,
  findOversold,
  seeded,
  type Shelf,
  stockShelf,
  type Storm,
  visit,
} from '../support/shop-storm.ts'
import { StripeStandIn } from '../support/stripe-stand-in.ts'

const KILLS = 50
const BUYERS = 5
const PIECES = 40
const PAY_SECONDS = 2
/** The kill comes after so many answers at most, and then within so many milliseconds. */
const MOST_ANSWERS = 40
const LONGEST_WAIT_MS = 20
const SETTLED_WITHIN_MS = 150_000
/** Fifty starts, each of a second or two; many more on a machine that does other things as well. */
const LONGEST_MS = 25 * 60_000

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

let postgres: PostgresServer
let dataDir: string
let stripe: StripeStandIn
let site: RunningSite
let shelf: Shelf

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'pressbox-drop-'))
  chmodSync(dataDir, 0o711)
  postgres = await startPostgres({ dataDir })
  stripe = await StripeStandIn.start()
  site = await RunningSite.start({
    script: 'src/main.ts',
    environment: { DATABASE_URL: postgres.url, ...stripe.environment },
  })
  stripe.sendEventsTo(`${site.url}/api/v1/stripe/webhook`)
  shelf = await stockShelf(postgres.url, PIECES, PAY_SECONDS)
})
afterAll(async () => {
  await site.remove()
  await shelf.close()
  await stripe.stop()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Placed orders without exactly one mail that says so. */
async function findMisinformed(): Promise<unknown[]> {
  const { rows } = await sql`
    select o.number, o.state, count(m.id) as mails from orders o
      left join mail m on m.subject like 'Your order ' || o.number || ' at %'
    where o.placed_at is not null group by o.id having count(m.id) <> 1`.execute(shelf.p.q)
  return rows
}

async function countKnown(orders: ReadonlySet<string>): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from orders where id = any(${[...orders]}::uuid[])`.execute(shelf.p.q)
  return rows[0]?.n ?? 0
}

test(
  `killed at ${KILLS} moments of a drop, it has every order it acknowledged, sold and refunded nothing twice, and starts by itself (SEED=${seed})`,
  async () => {
    const random = seeded(seed)
    const told = { orders: new Set<string>(), answers: 0, wrong: [] as string[] }
    const storm: Storm = { sites: [site], stripe, shelf, paySeconds: PAY_SECONDS, random, told }
    for (let kill = 1; kill <= KILLS; kill++) {
      let over = false
      const buy = async (): Promise<void> => {
        // Whoever is talking to a killed process hears nothing more.
        while (!over) await visit(storm).catch(() => sleep(5))
      }
      const buyers = Promise.all(Array.from({ length: BUYERS }, buy))
      const enough = told.answers + Math.floor(random() * MOST_ANSWERS)
      while (told.answers < enough) await sleep(1)
      await sleep(random() * LONGEST_WAIT_MS)
      await site.stop('SIGKILL')
      over = true
      await buyers
      expect(await findOversold(shelf.p)).toEqual([])
      await site.start()
      expect(await countKnown(told.orders)).toBe(told.orders.size)
      if (kill % 10 === 0)
        for (const variant of shelf.variants)
          await changeStock(shelf.p, keeper, variant, { kind: 'received', quantity: PIECES })
    }
    await expect.poll(() => countUnsettled(shelf.p), { timeout: SETTLED_WITHIN_MS, interval: 250 }).toBe(0)
    await stripe.settled()
    expect(told.wrong).toEqual([])
    expect(told.orders.size).toBeGreaterThan(KILLS)
    expect(await findOversold(shelf.p)).toEqual([])
    expect(await findLostPayments(shelf.p, stripe)).toEqual([])
    expect(await findMisinformed()).toEqual([])
  },
  LONGEST_MS,
)
