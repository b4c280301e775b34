import { type ClipRef, findClips } from '../footage/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import { readShownClips } from './publication-store.ts'

/** The clips that readers can play in these public stories, by story. */
export async function findShownClips(
  reading: Reading,
  storyIds: readonly string[],
): Promise<Map<string, ClipRef[]>> {
  const shown = await readShownClips(reading, storyIds)
  const clips = await findClips(
    reading,
    shown.flatMap((story) => story.clips),
  )
  const isPlayable = (clip: ClipRef | undefined): clip is ClipRef =>
    clip !== undefined && clip.sizes.length > 0
  return new Map(shown.map((story) => [story.id, story.clips.map((id) => clips.get(id)).filter(isPlayable)]))
}
