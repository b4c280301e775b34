import type { Source } from '../platform/db/database.ts'
import { Refusal } from '../platform/http/problem.ts'
import { lockMaster, readMaster, type StoredMaster } from './master-store.ts'

const absent = (): Refusal => new Refusal('not-found', 'This footage is not there (any more).')

export async function readMasterOrRefuse(source: Source, id: string): Promise<StoredMaster> {
  const master = await readMaster(source, id)
  if (!master) throw absent()
  return master
}

export async function lockMasterOrRefuse(source: Source, id: string): Promise<StoredMaster> {
  const master = await lockMaster(source, id)
  if (!master) throw absent()
  return master
}
