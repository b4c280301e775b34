import type { Source } from '../platform/db/database.ts'
import type { Reading } from '../platform/live/reading.ts'
import { pictureTopic } from './picture.ts'
import { readPictures } from './picture-store.ts'
import type { PictureRef } from './wire.ts'

const isReading = (source: Source): source is Reading => 'topic' in source

/** The pictures of these ids, by id; absent ones are left out. A reading records each, and tells where files are served. */
export async function findPictures(
  source: Source,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PictureRef>> {
  const wanted = [...new Set(ids.filter((id) => id != null))]
  if (isReading(source)) source.topic(...wanted.map(pictureTopic))
  const filesUrl = isReading(source) ? source.filesUrl : undefined
  const pictures = await readPictures(source, wanted)
  return new Map(pictures.map((picture) => [picture.id, toRef(picture, filesUrl)]))
}

const toRef = (picture: PictureRef, filesUrl: string | undefined): PictureRef => ({
  id: picture.id,
  sha256: picture.sha256,
  width: picture.width,
  height: picture.height,
  alt: picture.alt,
  credit: picture.credit,
  focalX: picture.focalX,
  focalY: picture.focalY,
  ...(filesUrl !== undefined && { filesUrl }),
})
