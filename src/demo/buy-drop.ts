import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../platform/http/problem.ts'
import { orderForPickup } from '../shop/public.ts'
import { drop } from './content/shop.ts'
import type { Sower } from './sower.ts'
import { variantsOf } from './sow-shop.ts'

const QUICKEST_MS = 500
const SLOWEST_MS = 1600
/** Sizes of which there were so few go until none is left. */
const FEW = 3
/** Of every so many buyers one buys something else. */
const ELSE_EVERY = 4

const NAMES = ['Nora', 'Cal', 'Ines', 'Bram', 'Yuki', 'Deb', 'Otto', 'Lupe', 'Finn', 'Asha', 'Gil', 'Marit']

/** Readers who come for the drop the moment it opens, one after another, and buy until the small runs are gone. */
export async function buyDrop(sower: Sower): Promise<void> {
  const { few, many } = await runsOf(sower)
  for (let buyer = 0; few.length > 0; buyer++) {
    const others = buyer % ELSE_EVERY === ELSE_EVERY - 1 && many.length > 0
    const from = others ? many : few
    const at = Math.floor(Math.random() * from.length)
    const variant = from[at]
    if (variant && !(await buys(sower, variant, buyer))) from.splice(at, 1)
    await sleep(QUICKEST_MS + Math.random() * (SLOWEST_MS - QUICKEST_MS), undefined, { ref: false })
  }
}

/** Whether there was one left. */
async function buys({ p }: Sower, variant: string, buyer: number): Promise<boolean> {
  const name = `${NAMES[buyer % NAMES.length]} ${String.fromCharCode(65 + (buyer % 26))}.`
  try {
    const { kind } = await orderForPickup(p, variant, { name, email: `reader-${buyer + 1}@latehorn.example` })
    return kind === 'placed'
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function runsOf(sower: Sower): Promise<{ few: string[]; many: string[] }> {
  const few: string[] = []
  const many: string[] = []
  for (const { slug, stock } of drop.products) {
    const pieces = Object.values(stock)
    for (const [i, { id }] of (await variantsOf(sower, slug)).entries())
      ((pieces[i] ?? 0) <= FEW ? few : many).push(id)
  }
  return { few, many }
}
