import type { Source } from '../platform/db/database.ts'
import { readCovered } from './covered-store.ts'
import { findPictures } from './find-pictures.ts'
import type { PictureRef } from './wire.ts'

/**
 * The pictures of these ids that may stand on cards, in feeds and beside shared links: without the posters of clips with a
 * warning, which nobody sees unasked. A clip that gets or loses one touches its poster's topic.
 */
export async function findShownPictures(
  source: Source,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PictureRef>> {
  const pictures = await findPictures(source, ids)
  for (const id of await readCovered(source, [...pictures.keys()])) pictures.delete(id)
  return pictures
}
