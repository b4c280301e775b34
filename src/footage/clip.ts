import { captionsUrl, clipUrl } from './clip-address.ts'
import type { StoredClip } from './clip-store.ts'
import { pictureTopic } from './picture.ts'
import type { Clip, PictureRef } from './wire.ts'

/** Longer pieces are a player's business that reads them in segments. */
export const LONGEST_CLIP_MS = 20 * 60_000
export const SHORTEST_CLIP_MS = 200

export const clipTopic = (id: string): string => `clip:${id}`

interface ClipName {
  id: string
  masterId: string
  poster?: string | null
}

/** What readers see of it, and what the desk does. Its poster is covered by its warning wherever else it is shown. */
export const clipTopics = ({ id, masterId, poster = null }: ClipName): string[] => [
  clipTopic(id),
  ...(poster === null ? [] : [pictureTopic(poster)]),
  ...clipDeskTopics({ id, masterId }),
]

/** Progress is the desk's alone. */
export const clipDeskTopics = ({ id, masterId }: ClipName): string[] => [
  `desk:clip:${id}`,
  `desk:master:${masterId}`,
  'desk:footage',
]

interface Span {
  inMs: number
  outMs: number
}

/** What is wrong with a clip's span, in words; `null`: nothing. `durationMs`: of its master, `null` before that is known. */
export function spanProblem({ inMs, outMs }: Span, durationMs: number | null): string | null {
  if (outMs <= inMs) return 'The clip ends before it begins: put its out point after its in point.'
  if (outMs - inMs < SHORTEST_CLIP_MS) return 'A clip lasts at least a fifth of a second.'
  if (outMs - inMs > LONGEST_CLIP_MS)
    return `A clip lasts at most ${LONGEST_CLIP_MS / 60_000} minutes. Make two of it.`
  if (durationMs !== null && outMs > durationMs)
    return `The clip ends after the footage does, which lasts ${(durationMs / 1000).toFixed(1)} seconds.`
  return null
}

/** The poster is a frame of the clip itself: one of elsewhere in the footage could show what was left out. */
export const posterWithin = (posterMs: number, { inMs, outMs }: Span): number =>
  Math.min(Math.max(posterMs, inMs), outMs - 1)

export const isCutMade = (clip: StoredClip): boolean =>
  clip.sizes.length > 0 && clip.cutInMs === clip.inMs && clip.cutOutMs === clip.outMs

export const isPosterMade = (clip: StoredClip): boolean =>
  clip.poster !== null && clip.posterMadeMs === clip.posterMs

export const toClip = (row: StoredClip, poster: PictureRef | null): Clip => ({
  id: row.id,
  revision: row.revision,
  masterId: row.masterId,
  title: row.title,
  before: row.before,
  inMs: row.inMs,
  outMs: row.outMs,
  warning: row.warning,
  posterMs: row.posterMs,
  poster,
  state: row.state,
  progress: row.progress,
  problem: row.problem,
  sizes: row.sizes.map((size) => ({ ...size, url: clipUrl(size) })),
  durationMs: row.durationMs,
  captions: row.captionsSha256 !== null,
  captionsUrl: row.captionsSha256 && captionsUrl(row.captionsSha256),
  createdAt: row.createdAt.toISOString(),
})
