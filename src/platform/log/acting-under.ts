import { AsyncLocalStorage } from 'node:async_hooks'

/** The `Idempotency-Key` of the request that is being carried out: its transaction notes that it has acted. */
export const actingUnder = new AsyncLocalStorage<{ actor: string; key: string }>()
