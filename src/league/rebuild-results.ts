import { isDeepStrictEqual } from 'node:util'
import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { foldOf, topicsAround } from './match.ts'
import { resultOf } from './match-result.ts'
import { everyMatch, requireMatch, saveResult } from './match-store.ts'

/** Folds every match again from its log and mends what was kept of it. Says which matches were not kept rightly: none, as it should be. */
export async function rebuildResults(p: Platform, person: Person): Promise<string[]> {
  requireRight(person, 'league.manage')
  const mended: string[] = []
  for await (const kept of everyMatch(p)) {
    if (isDeepStrictEqual(resultOf(foldOf(kept)), kept.result)) continue
    await p.write(async (w) => {
      const match = await requireMatch(w, kept.id)
      await saveResult(w, match.id, resultOf(foldOf(match)))
      w.touch(...topicsAround(match))
    })
    mended.push(kept.id)
  }
  return mended
}
