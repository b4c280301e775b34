import type { Platform } from '../platform/platform.ts'
import { deleteRetired } from './clip-size-store.ts'
import { RETIRED_KEPT_MS } from './cut-clip.ts'
import { removeUnusedFiles } from './remove-unused.ts'

/** Cuts of before go once nobody can be playing them any more. */
export async function forgetCuts(p: Platform, clipId: string): Promise<void> {
  const before = new Date(p.clock.now().getTime() - RETIRED_KEPT_MS)
  await removeUnusedFiles(p, await deleteRetired(p, clipId, before))
}
