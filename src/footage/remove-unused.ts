import { SYSTEM } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { unusedHashes } from './clip-size-store.ts'
import { readPicture } from './picture-store.ts'
import { removePicture } from './remove-picture.ts'
import { findUsesOfPicture } from './picture-uses.ts'

/** Removes files of videos that nothing stands on any more: identical cuts are one file. */
export async function removeUnusedFiles(p: Platform, hashes: readonly string[]): Promise<void> {
  for (const sha256 of await unusedHashes(p, hashes)) await p.files.remove(sha256)
}

/** A poster that was picked and given up again goes, unless somebody has used or described the picture meanwhile. */
export async function removeUnusedPoster(p: Platform, pictureId: string): Promise<void> {
  const picture = await readPicture(p, pictureId)
  if (!picture || picture.revision > 1 || picture.addedBy !== null) return
  await removePicture(p, SYSTEM, pictureId, picture.revision, findUsesOfPicture(p)).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
    },
  )
}
