import { findStoriesById, listStories, type StorySummary } from '../newsroom/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import { frontOf } from './front-store.ts'
import type { Front } from './wire.ts'

/** So many of the newest are looked at for one that may lead. */
const LOOKED_AT = 16

/** Short takes have a place of their own, and what was paid for never leads by itself. */
export const mayLead = ({ shortTake, kind }: Pick<StorySummary, 'shortTake' | 'kind'>): boolean =>
  !shortTake && kind !== 'sponsored'

/** The chosen story while it is public, else the newest that may lead. */
export async function chooseLead(reading: Reading): Promise<{ lead: StorySummary | null; front: Front }> {
  const front = await frontOf(reading)
  const [chosen] = front.lead ? await findStoriesById(reading, [front.lead]) : []
  if (chosen) return { lead: chosen, front }
  const { items } = await listStories(reading, { limit: LOOKED_AT })
  return { lead: items.find(mayLead) ?? items[0] ?? null, front }
}
