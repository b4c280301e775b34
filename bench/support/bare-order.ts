import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BenchDatabase } from './database.ts'
import { sized } from './report.ts'
import { CLIENT_CORE } from './tools.ts'

const SECONDS = sized(5, 2)
/** As many connections as one server has. */
const CLIENTS = 16

/**
 * The rows that make an order, and the one statement that sells: no cart, no page, no mail, no change log. All of them want the
 * same row of the stock, as in a drop.
 */
const ORDER = `
begin;
with made as (
  insert into orders (cart_id, cart_revision, state, name, email, phone, note, delivery, pay_by, shipping_name, currency, goods,
    shipping, tax, tax_included, tax_name, tax_basis_points, total, pieces, placed_at)
  values (:cart, 1, 'to-pay', 'Ada Marsh', 'ada@example.com', '', '', 'pickup', 'pickup', '', 'USD', 3200,
    0, 0, false, '', 0, 3200, 1, now()) returning id),
lines as (
  insert into order_lines (order_id, variant_id, product_id, title, variant, sku, quantity, price)
  select id, ':variant', ':product', 'Goal Horn Tee', 'M', 'TEE-M', 1, 3200 from made),
payment as (
  insert into payments (order_id, method, state, amount, currency) select id, 'pickup', 'opening', 3200, 'USD' from made)
select id from made \\gset
insert into order_events (order_id, at, kind) values (:id::uuid, now(), 'placed');
with sold as (
  update stock set on_hand = on_hand - 1, revision = revision + 1
  where variant_id = ':variant' and on_hand - held >= 1 returning variant_id)
insert into stock_movements (variant_id, kind, quantity, reason, order_id)
select variant_id, 'sold', -1, 'Order', :id::uuid from sold;
commit;
`

/** The rows of a cart, and what its page and the page of its checkout have to know; the order empties it. */
const CART = `
with cart as (insert into carts (id) values (gen_random_uuid()) returning id)
insert into cart_lines (cart_id, variant_id, quantity, seen_price)
select id, ':variant', 1, 3200 from cart returning cart_id \\gset
select c.revision, l.quantity, l.seen_price, v.sku, v.choice, v.price_minor, p.title, p.status, s.on_hand - s.held as left
from carts c join cart_lines l on l.cart_id = c.id join variants v on v.id = l.variant_id
  join products p on p.id = v.product_id join stock s on s.variant_id = v.id where c.id = :cart_id::uuid;
`
const EMPTIED = `begin;
delete from cart_lines where cart_id = :cart_id::uuid;
update carts set revision = revision + 1, updated_at = now() where id = :cart_id::uuid;`

/** `order`: the rows of an order alone; `visit`: those of the cart that it was made of as well. */
const STATEMENTS = {
  order: ORDER.replace(':cart', 'gen_random_uuid()'),
  visit: CART + ORDER.replace('begin;', EMPTIED).replace(':cart,', ':cart_id::uuid,'),
}

/** Orders a second of pgbench, which runs the bare statements of an order of this variant, or of the whole visit of its buyer. */
export async function bareOrders(
  { url, dir }: BenchDatabase,
  of: keyof typeof STATEMENTS,
  { variant, product }: { variant: string; product: string },
): Promise<number> {
  const script = join(dir, 'order.sql')
  writeFileSync(
    script,
    STATEMENTS[of].replaceAll("':variant'", `'${variant}'`).replaceAll("':product'", `'${product}'`),
    { mode: 0o644 },
  )
  const { pathname, searchParams } = new URL(url)
  const asked = ['--no-vacuum', '--protocol=prepared', `--client=${CLIENTS}`, `--time=${SECONDS}`]
  const env = { PGHOST: searchParams.get('host') ?? '', PGUSER: searchParams.get('user') ?? '' }
  const { stdout } = await promisify(execFile)(
    'taskset',
    ['-c', CLIENT_CORE, 'pgbench', ...asked, `--file=${script}`, pathname.slice(1)],
    { env: { ...process.env, ...env } },
  )
  const failed = Number(/number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? 0)
  if (failed > 0) throw new Error(`pgbench failed:\n${stdout}`)
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}
