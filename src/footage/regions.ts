import { brandClock } from '../platform/brand-clock.ts'
import type { Html } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { RegionPattern, RegionRenderer } from '../platform/live/regions.ts'
import { clipHtml } from './clip-html.ts'
import { findClips, transcriptOfClip } from './find-clips.ts'
import { originHtml } from './origin-html.ts'
import { saidHtml } from './said-html.ts'

export const footageRegions: Record<RegionPattern, RegionRenderer> = { 'clip:*/player': clipPlayer }

async function clipPlayer(reading: Reading, id: string): Promise<Html | null> {
  const clip = (await findClips(reading, [id])).get(id)
  if (!clip || clip.sizes.length === 0) return null
  const { locale } = await brandClock(reading)
  return clipHtml(
    clip,
    saidHtml(await transcriptOfClip(reading, id), clip.language),
    originHtml(clip, locale),
  )
}
