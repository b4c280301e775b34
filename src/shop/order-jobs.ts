import type { JobHandlers, RepeatedJobs } from '../platform/jobs.ts'
import type { Platform } from '../platform/platform.ts'
import { carryOutRefund } from './carry-out-refund.ts'
import { forgetLeftCarts } from './cart-store.ts'
import { lookAtPayment } from './look-at-payment.ts'
import { listUnsettled } from './payment-store.ts'
import { listWantedRefunds } from './refund-store.ts'
import { releaseOverdue } from './release-overdue.ts'

const MINUTE_MS = 60_000
const LOOKS = 500
const LOOKS_AT_ONCE = 4
const CART_KEPT_DAYS = 60

export const orderJobs = (p: Platform): JobHandlers => ({
  'orders.expire': ({ id }) => lookAtPayment(p, String(id)),
  'orders.refund': ({ id }) => carryOutRefund(p, String(id)),
  'orders.reconcile': () => reconcile(p),
})

export const repeatedOrderJobs: RepeatedJobs = { 'orders.reconcile': MINUTE_MS }

/** Brings everything to its end that a lost event, a killed process or an absent Stripe has left open. Safe at any time. */
export async function reconcile(p: Platform): Promise<void> {
  while (await releaseOverdue(p, null));
  const ids = await listUnsettled(p, LOOKS)
  const look = async (): Promise<void> => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift())
      await lookAtPayment(p, id).catch((error: unknown) => p.log.warn({ error, order: id }, 'payment'))
  }
  await Promise.all(Array.from({ length: LOOKS_AT_ONCE }, look))
  for (const id of await listWantedRefunds(p, LOOKS))
    await p.write((w) => p.jobs.enqueue(w, 'orders.refund', { id }, { key: id }))
  await forgetLeftCarts(p, CART_KEPT_DAYS)
}
