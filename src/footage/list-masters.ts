import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { toMaster } from './master.ts'
import { listMasterRows } from './master-store.ts'
import { toolProblem } from './processing/find-tool.ts'
import { readMasterOrRefuse } from './read-master.ts'
import type { Master, MasterList } from './wire.ts'

export interface ListMasters {
  q?: string | undefined
  after?: string | undefined
  limit: number
}

/** The footage of the desk, newest first. */
export async function listMasters(
  p: Platform,
  person: Person,
  { q, after, limit }: ListMasters,
): Promise<MasterList> {
  requireRight(person, 'footage.manage')
  const rows = await listMasterRows(p, { text: q ?? '', before: after ?? null, limit: limit + 1 })
  const items = rows.slice(0, limit).map(toMaster)
  return {
    items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    toolProblem: toolProblem(),
    maxUploadBytes: p.config.PRESSBOX_MAX_UPLOAD,
  }
}

export async function showMaster(p: Platform, person: Person, id: string): Promise<Master> {
  requireRight(person, 'footage.manage')
  return toMaster(await readMasterOrRefuse(p, id))
}
