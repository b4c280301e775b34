import { setTimeout as sleep } from 'node:timers/promises'
import type { Person } from '../../src/people/public.ts'
import { readConfig } from '../../src/platform/config.ts'
import { sql } from '../../src/platform/db/database.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { Platform } from '../../src/platform/platform.ts'
import { writeSetting } from '../../src/platform/settings-store.ts'
import { actOnOrder } from '../../src/shop/act-on-order.ts'
import { changeStock } from '../../src/shop/change-stock.ts'
import { findOrder } from '../../src/shop/order-store.ts'
import { shopModule } from '../../src/shop/public.ts'
import { refundOrder } from '../../src/shop/refund-order.ts'
import { aShirt, keeper } from '../../src/shop/test-catalogue.ts'
import { personalPage } from '../../src/wiring.ts'
import type { StripeStandIn } from './stripe-stand-in.ts'
import { Buyer, FORM, orderIdIn, type TestShop } from './test-shop.ts'

/** A number from 0 to 1, the same row for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Asks a running site as a browser does; `null`s of a connection that broke are errors. */
export const askAt =
  (site: { url: string }): TestShop['ask'] =>
  async (path, init = {}) => {
    const response = await fetch(site.url + path, { ...init, redirect: 'manual' })
    return {
      status: response.status,
      text: await response.text(),
      headers: response.headers,
      location: response.headers.get('location') ?? '',
    }
  }

export interface Shelf {
  /** The studio's hand on the same database. */
  p: Platform
  variants: string[]
  close(): Promise<void>
}

/** Two shirts in three sizes, so many pieces each, and a checkout that waits so long for a payment. */
export async function stockShelf(databaseUrl: string, pieces: number, paySeconds: number): Promise<Shelf> {
  const p = new Platform(readConfig({}), databaseUrl, createLogger('silent'))
  p.jobs.handle(shopModule(p, personalPage(p)).jobs ?? {})
  const rates = [{ id: 'us', name: 'Standard', countries: ['US'], price: 600 }]
  const pickup = { place: 'The counter', country: 'US', payThere: true }
  await p.write((w) => writeSetting(w, 'checkout', { rates, pickup, paySeconds }, 0))
  const shirts = [await aShirt(p, pieces), await aShirt(p, pieces)]
  return {
    p,
    variants: shirts.flatMap(({ variants }) => variants.map(({ id }) => id)),
    close: () => p.db.close(),
  }
}

/** What buyers were told, and whatever no buyer should ever be told. */
export interface Told {
  /** Orders of which a buyer has got an address. */
  orders: Set<string>
  answers: number
  wrong: string[]
}

export interface Storm {
  sites: readonly { url: string }[]
  stripe: StripeStandIn
  shelf: Shelf
  paySeconds: number
  random: () => number
  told: Told
}

const pick = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T

/** Every status that a buyer may get in a storm: done, to be looked at again, sold out, Stripe or the database away. */
const FINE = new Set([200, 303, 404, 409, 422, 429, 503])

/** One reader's visit: something in the cart, perhaps twice to the checkout, and paid, cancelled, left, or paid too late. */
export async function visit(storm: Storm): Promise<void> {
  const { random, stripe, shelf, told, paySeconds } = storm
  const buyer = new Buyer(async (path, init) => {
    const heard = await askAt(pick(random, storm.sites))(path, init)
    told.answers++
    if (!FINE.has(heard.status))
      told.wrong.push(`${init?.method ?? 'GET'} ${path} ${heard.status} ${heard.text.slice(0, 300)}`)
    return heard
  })
  for (let i = 0; i <= random() * 2; i++)
    await buyer.put(pick(random, shelf.variants), 1 + Math.floor(random() * 3))
  const { revision, ways } = await buyer.checkout()
  const way = pick(random, ways)
  if (way === undefined) return
  const send = () => buyer.post('/checkout', { ...FORM, do: 'order', revision, way })
  const answers = random() < 0.3 ? await Promise.all([send(), send()]) : [await send()]
  const orders = new Set(answers.map(({ location }) => orderIdIn(stripe, location)).filter(Boolean))
  if (orders.size > 1) told.wrong.push(`One cart became two orders: ${[...orders].join(', ')}`)
  const [order] = orders
  if (order === undefined) return
  told.orders.add(order)
  const session = stripe.sessionOf(order)
  if (!session || !answers.some(({ location }) => location.endsWith(session.id))) return
  const chance = random()
  if (chance < 0.5) stripe.pay(session.id)
  else if (chance < 0.65) {
    await sleep(paySeconds * 1000 * (0.9 + random() * 0.3))
    stripe.pay(session.id)
  } else if (chance < 0.75) {
    stripe.pay(session.id)
    await buyer.post(session.cancel_url.replace(/^https?:\/\/[^/]+/, '').replace('?', '/cancel?'))
  } else if (chance < 0.85) {
    await buyer.put(pick(random, shelf.variants))
    const again = await buyer.order(random() < 0.5 ? 'ship' : 'pickup')
    const second = orderIdIn(stripe, again.location)
    if (second) told.orders.add(second)
    if (random() < 0.5) stripe.pay(session.id)
  }
}

/** The studio meanwhile: pieces come, are counted, orders are cancelled, refunded and handed out. */
export async function meddle(
  { shelf: { p, variants }, random }: Storm,
  person: Person = keeper,
): Promise<void> {
  const variant = pick(random, variants)
  const chance = random()
  const does = (): Promise<unknown> => {
    if (chance < 0.3) return changeStock(p, person, variant, { kind: 'received', quantity: 1 })
    if (chance < 0.5)
      return changeStock(p, person, variant, { kind: 'correction', quantity: -1, reason: 'Torn' })
    return meddleWithOrder(p, random, person)
  }
  // Pieces that are held cannot be taken away, orders move on: both are refused, and that is right.
  await does().catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'Refusal')) throw error
  })
}

async function meddleWithOrder(p: Platform, random: () => number, person: Person): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from orders where state in ('held', 'paying', 'to-pay', 'paid') order by random() limit 1`.execute(
    p.q,
  )
  const order = rows[0] && (await findOrder(p, rows[0].id))
  if (!order) return
  const chance = random()
  if (chance < 0.3)
    return actOnOrder(p, person, order.id, order.revision, { action: 'cancel', reason: 'Storm' })
  if (chance < 0.6)
    return refundOrder(p, person, order.id, {
      amount: 1 + Math.floor(random() * 5000),
      reason: '',
      restock: [],
    })
  const action =
    order.delivery === 'pickup'
      ? { action: 'hand-out', paid: true }
      : { action: 'send', carrier: '', tracking: '', trackingUrl: '' }
  return actOnOrder(p, person, order.id, order.revision, action as Parameters<typeof actOnOrder>[4])
}

/**
 * What must be so at every commit: nothing below zero, the ledger is the sum of its movements, what is held is what open orders hold,
 * and what was sold is what placed orders have. One statement, so one snapshot.
 */
export async function findOversold(p: Platform): Promise<unknown[]> {
  const { rows } = await sql`
    with lines as (
      select l.variant_id,
        coalesce(sum(l.quantity) filter (where o.state in ('held', 'paying')), 0) as holding,
        coalesce(sum(l.quantity - l.returned) filter (where o.placed_at is not null), 0) as out
      from order_lines l join orders o on o.id = l.order_id group by l.variant_id),
    moved as (
      select variant_id, sum(quantity) as sum, -coalesce(sum(quantity) filter (where kind in ('sold', 'returned')), 0) as out
      from stock_movements group by variant_id)
    select s.variant_id, s.on_hand, s.held, m.sum, m.out, l.holding, l.out as ordered
    from stock s join moved m using (variant_id) left join lines l using (variant_id)
    where s.held < 0 or s.on_hand < s.held or s.on_hand <> m.sum
      or s.held <> coalesce(l.holding, 0) or m.out <> coalesce(l.out, 0)`.execute(p.q)
  return rows
}

/** What is still on its way: held stock, payments of which the end is not known, refunds that are not carried out. */
export async function countUnsettled(p: Platform): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from orders where state in ('held', 'paying'))
      + (select count(*) from payments where method = 'stripe' and state in ('opening', 'open'))
      + (select count(*) from refunds where state = 'wanted') + (select coalesce(sum(held), 0) from stock) as n`.execute(
    p.q,
  )
  return rows[0]?.n ?? -1
}

/**
 * Payments of which neither exactly one order nor exactly one whole refund has come. Of an order that is placed Stripe keeps what
 * was not refunded on purpose.
 */
export async function findLostPayments(p: Platform, stripe: StripeStandIn): Promise<string[]> {
  const { rows } = await sql<{
    intent: string
    state: string
    placed: boolean
    captured: number
    back: number
  }>`
    select p.intent_id as intent, o.state, o.placed_at is not null as placed, p.captured,
      coalesce((select sum(amount) from refunds r where r.order_id = o.id and r.state = 'done'), 0)::bigint as back
    from payments p join orders o on o.id = p.order_id where p.intent_id is not null`.execute(p.q)
  const known = new Map(rows.map((row) => [row.intent, row]))
  return [...stripe.intents.values()].flatMap(({ id, amount_received }) => {
    const row = known.get(id)
    const kept = stripe.kept(id)
    if (!row) return [`${id}: captured, and no order knows of it`]
    if (row.captured !== amount_received || kept !== row.captured - row.back)
      return [`${id}: ${row.captured} of ${amount_received} known, ${row.back} given back, ${kept} kept`]
    if (!row.placed && kept !== 0) return [`${id}: order ${row.state}, and ${kept} kept`]
    return row.placed && row.state === 'cancelled' && kept !== 0 ? [`${id}: cancelled, and ${kept} kept`] : []
  })
}
