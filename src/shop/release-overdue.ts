import type { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { letGoOrder } from './let-go-order.ts'
import { isHolding } from './order.ts'
import { findOverdue, lockWithCart } from './order-store.ts'
import { isShort } from './short.ts'

const AT_ONCE = 50

/** Lets go of what was not paid in time, each order by itself; says whether there was any. Their payments are looked at later. */
export async function releaseOverdue(p: Platform, variantIds: readonly string[] | null): Promise<boolean> {
  const ids = await findOverdue(p, variantIds, AT_ONCE)
  let released = 0
  for (const id of ids) if (await releaseIfHolding(p, id)) released++
  return released > 0
}

/** What nobody has paid in time keeps nobody from buying: where there was not enough, it is let go, and tried once more. */
export async function evenIfOverdue<T>(p: Platform, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!isShort(error) || !(await releaseOverdue(p, shortOf(error)))) throw error
    return act()
  }
}

const shortOf = ({ extra }: Refusal): string[] =>
  (extra['short'] as { variantId: string }[]).map(({ variantId }) => variantId)

export const releaseIfHolding = (p: Platform, id: string): Promise<boolean> =>
  p.write(async (w) => {
    const order = await lockWithCart(w, id)
    if (!order || !isHolding(order.state)) return false
    await letGoOrder(w, order, 'expired', { says: 'It was not paid in time.', by: null })
    return true
  })
