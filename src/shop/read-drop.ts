import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { brandMoney } from './brand-money.ts'
import { findDropHead, listDropVariants, ordersPerMinute, sumDrop } from './drop-store.ts'
import type { DropJson } from './wire-orders.ts'

const MINUTES = 30

/** The board of a drop as of now. */
export async function readDrop(p: Platform, collectionId: string): Promise<DropJson> {
  const head = await findDropHead(p, collectionId)
  if (!head) throw new Refusal('not-found', 'There is no such collection. It may have been deleted.')
  const now = p.clock.now()
  const { currency } = await brandMoney(p)
  const minutes = await ordersPerMinute(p, collectionId, now, MINUTES)
  return {
    collectionId,
    title: head.title,
    paused: head.paused,
    currency,
    opensAt: head.opensAt.toISOString(),
    closesAt: head.closesAt?.toISOString() ?? null,
    at: now.toISOString(),
    variants: await listDropVariants(p, collectionId, head.opensAt),
    ordersPerMinute: minutes.map(({ minute, orders }) => ({ minute: minute.toISOString(), orders })),
    ...(await sumDrop(p, collectionId, head.opensAt)),
  }
}
