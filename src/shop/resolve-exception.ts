import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { resolveException } from './exception-store.ts'
import { orderTopicsOf, subjectOf } from './order.ts'

/** Somebody has seen to it. */
export async function resolveOrderException(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'order.manage')
  await p.write(async (w) => {
    const orderId = await resolveException(w, id, person.id)
    if (orderId === null) throw new Refusal('conflict', 'Somebody has seen to this already.')
    w.touch(...orderTopicsOf({ id: orderId }))
    await audit(w, person, 'order.resolve-exception', subjectOf({ id: orderId }), { exception: id })
  })
}
