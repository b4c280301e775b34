import { join } from 'node:path'
import { Client } from 'pg'
import type { DeskProductJson } from '../src/shop/wire-catalogue.ts'
import type { Visit } from './servers/buyers.ts'
import { bareOrders } from './support/bare-order.ts'
import { Child, processorSeconds } from './support/child.ts'
import { benchDatabase } from './support/database.ts'
import { alternate, median, medianRatio, percentile, report, sized } from './support/report.ts'
import { benchSite } from './support/site.ts'
import { CLIENT_CORE, requireTools } from './support/tools.ts'

const BUYERS = Number(process.env['BUYERS'] ?? sized(2000, 120))
const PIECES = Math.round(BUYERS / 4)
/** More than any server here sells: the queue is part of what is measured. */
const BUYERS_PER_SECOND = Number(process.env['BUYERS_PER_SECOND'] ?? 500)
const PLENTY = 1_000_000

interface Sold {
  placed: number
  onHand: number
  held: number
}

let shirts = 0

requireTools('taskset', 'pgbench')
const database = await benchDatabase()
const site = await benchSite(database.url, database.dir)
const client = new Client({ connectionString: database.url })
await client.connect()
await requireDurable()
await site.desk.must('PUT', '/api/v1/checkout-settings', {
  revision: 0,
  body: { pickup: { place: 'The counter at the rink', country: 'US', payThere: true } },
})
const buyers = await Child.start(CLIENT_CORE, join(import.meta.dirname, 'servers/buyers.ts'))
const plenty = await shirt(PLENTY)
const visits: Visit[] = []
const after: Sold[] = []
const spent: number[] = []

await drop('visit', () => undefined)
const runs = await alternate({
  Pressbox: () =>
    drop('visit', (all, sold) => {
      visits.push(...all)
      after.push(sold)
    }),
  'Pressbox, checkouts open': () => drop('press', (_, sold) => after.push(sold)),
  'pgbench, bare visits': () => bareOrders(database, 'visit', plenty),
  'pgbench, bare orders': () => bareOrders(database, 'order', plenty),
})
const [ours = [], pressing = [], bareVisits = [], bare = []] = Object.values(runs)
const sold = after.map(({ placed }) => placed)
const waits = visits.map(({ ms }) => ms)
const lastSold = runsOf(visits).map((run) => Math.max(...run.map(({ ordered, at }) => (ordered ? at : 0))))
const presses = visits.filter(({ ordered }) => ordered).map(({ pressed }) => pressed)
report(
  'drop',
  [
    { what: `${BUYERS} buyers for ${PIECES} pieces: sold, the fewest`, value: Math.min(...sold), unit: '', target: `>= ${PIECES}` },
    { what: 'oversold, the most', value: Math.max(...sold) - PIECES, unit: '', target: '<= 0' },
    { what: 'left or held at the end, the most', value: Math.max(...after.map(({ onHand, held }) => onHand + held)), unit: '', target: '<= 0' },
    { what: 'orders a second while it sells, all with their checkout open before', value: median(pressing), unit: '/s' },
    { what: 'pgbench running the bare statements of an order', value: median(bare), unit: '/s' },
    { what: 'Pressbox to pgbench', value: medianRatio(pressing, bare), unit: '', target: '>= 0.3' },
    { what: 'orders a second by whole visits: cart, checkout, order', value: median(ours), unit: '/s' },
    { what: 'pgbench running the bare statements of a whole visit', value: median(bareVisits), unit: '/s' },
    { what: 'Pressbox to pgbench', value: medianRatio(ours, bareVisits), unit: '' },
    { what: 'whole visits to pgbench running those of an order alone', value: medianRatio(ours, bare), unit: '' },
    { what: `from coming until a buyer knows, ${BUYERS_PER_SECOND} coming a second: median`, value: median(waits), unit: 'ms' },
    { what: 'the same, p99', value: percentile(waits, 0.99), unit: 'ms' },
    { what: 'from the first coming until all are sold', value: median(lastSold), unit: 'ms' },
    { what: 'processor time of the server for a buyer', value: median(spent), unit: 'ms' },
    { what: 'the press that orders, of those who got one: median', value: median(presses), unit: 'ms' },
    { what: 'the same, p99', value: percentile(presses, 0.99), unit: 'ms' },
  ],
  runs,
) // prettier-ignore
await buyers.stop()
await client.end()
await site.server.stop()
await database.close()

/**
 * Orders a second while one drop sold: from the answer of the first who got a piece to that of the last. `press`: every buyer
 * has the checkout open before the first presses.
 */
async function drop(type: 'visit' | 'press', note: (visits: Visit[], sold: Sold) => void): Promise<number> {
  const { variant } = await shirt(PIECES)
  const before = processorSeconds(site.server.pid)
  const all = await buyers.ask<Visit[]>({
    type,
    origin: site.url,
    variant,
    buyers: BUYERS,
    perSecond: BUYERS_PER_SECOND,
  })
  if (type === 'visit') spent.push(((processorSeconds(site.server.pid) - before) * 1000) / BUYERS)
  const got = all.filter(({ ordered }) => ordered)
  const sold = await soldOf(variant)
  if (sold.placed !== got.length)
    throw new Error(`${got.length} buyers were told of an order, and there are ${sold.placed}.`)
  note(all, sold)
  const answered = got.map(({ at }) => at)
  return (got.length - 1) / ((Math.max(...answered) - Math.min(...answered)) / 1000)
}

/** A shirt of one size, of which there are so many. */
async function shirt(pieces: number): Promise<{ product: string; variant: string }> {
  const sku = `TEE-${++shirts}`
  const { id, variants } = await site.desk.must<DeskProductJson>('POST', '/api/v1/products', {
    body: {
      title: `Goal Horn Tee ${shirts}`,
      type: 'T-Shirts',
      status: 'for-sale',
      variants: [{ sku, choice: [], priceMinor: 3200 }],
    },
  })
  const variant = variants[0]?.id ?? ''
  await site.desk.must('POST', `/api/v1/variants/${variant}/movements`, {
    body: { kind: 'received', quantity: pieces },
  })
  return { product: id, variant }
}

function runsOf(all: readonly Visit[]): Visit[][] {
  return Array.from({ length: all.length / BUYERS }, (_, run) => all.slice(run * BUYERS, (run + 1) * BUYERS))
}

/** By the orders and by the stock. */
async function soldOf(variant: string): Promise<Sold> {
  const { rows } = await client.query<Sold>(
    `select on_hand as "onHand", held, (select coalesce(sum(quantity), 0)::int from order_lines l
      join orders o on o.id = l.order_id where l.variant_id = s.variant_id and o.placed_at is not null) as placed
    from stock s where variant_id = $1`,
    [variant],
  )
  const [sold] = rows
  if (!sold) throw new Error('The shirt has no stock.')
  return sold
}

async function requireDurable(): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<Record<string, string>>(`show ${setting}`)
    if (rows[0]?.[setting] !== 'on') throw new Error(`PostgreSQL runs without ${setting}.`)
  }
}
