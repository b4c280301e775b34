import type { Source } from '../platform/db/database.ts'
import { Refusal } from '../platform/http/problem.ts'
import { toClip } from './clip.ts'
import { lockClip, readClip, type StoredClip } from './clip-store.ts'
import { findPictures } from './find-pictures.ts'
import type { Clip } from './wire.ts'

const absent = (): Refusal => new Refusal('not-found', 'This clip is not there (any more).')

export async function readClipOrRefuse(source: Source, id: string): Promise<StoredClip> {
  const clip = await readClip(source, id)
  if (!clip) throw absent()
  return clip
}

/** Nobody else changes it before this transaction ends. */
export async function lockClipOrRefuse(source: Source, id: string): Promise<StoredClip> {
  const clip = await lockClip(source, id)
  if (!clip) throw absent()
  return clip
}

/** As the desk sees them. */
export async function describeClips(source: Source, clips: readonly StoredClip[]): Promise<Clip[]> {
  const posters = await findPictures(
    source,
    clips.map(({ poster }) => poster),
  )
  return clips.map((clip) => toClip(clip, (clip.poster && posters.get(clip.poster)) || null))
}

export async function describeClip(source: Source, id: string): Promise<Clip> {
  const [clip] = await describeClips(source, [await readClipOrRefuse(source, id)])
  if (!clip) throw absent()
  return clip
}
