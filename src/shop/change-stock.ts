import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { noProduct } from './product-writing.ts'
import { lockStock, moveStock, type StockRow } from './stock-store.ts'
import { StockChange } from './wire-catalogue.ts'

/** What somebody brought, counted or put right. Pieces that buyers hold cannot be counted away under them. */
export async function changeStock(
  p: Platform,
  person: Person,
  variantId: string,
  given: StockChange,
): Promise<StockRow> {
  requireRight(person, 'shop.manage')
  const input = StockChange.parse(given)
  return p.write(async (w) => {
    const stock = await lockStock(w, variantId)
    if (!stock) throw noProduct()
    const added = input.kind === 'counted' ? input.onHand - stock.onHand : input.quantity
    requirePlace(stock, stock.onHand + added)
    await moveStock(w, variantId, input.kind, added, { reason: input.reason, by: person.id })
    w.touch('desk:products')
    await audit(w, person, `stock.${input.kind}`, `variant:${variantId}`, { quantity: added })
    return rowAfter(w, variantId)
  })
}

const MOST = 10_000_000

function requirePlace({ held }: StockRow, next: number): void {
  if (next < 0)
    throw new Refusal('unprocessable', 'There are not so many. Count them, then say how many there are.')
  if (next < held)
    throw new Refusal(
      'conflict',
      `${held} of them are held by buyers at the checkout. Pause the sale, wait for them, then try again.`,
    )
  if (next > MOST) throw new Refusal('unprocessable', 'More than ten million pieces do not fit in a variant.')
}

async function rowAfter(w: Write, variantId: string): Promise<StockRow> {
  const row = await lockStock(w, variantId)
  if (!row) throw noProduct()
  return row
}
