import { type Rendition, renditionName, widthsOf } from '../rendition.ts'
import type { Clip, PictureRef } from '../wire.ts'

/** The poster, not wider than that; readers of a warned clip do not see it before they ask, nor does who picks one. */
export function posterUrl(poster: PictureRef, width: number): string {
  const widths = widthsOf(poster)
  const fitting = widths.findLast((offered) => offered <= width) ?? widths[0] ?? 80
  const rendition: Rendition = { width: fitting, crop: null, format: 'webp' }
  return `/files/${poster.sha256}/${renditionName(rendition)}`
}

/** Why a clip cannot be used yet; `null`: it can. A clip that is being cut anew plays as it was before. */
export function whyNotUsable({ state, sizes, problem, progress }: Clip): string | null {
  if (sizes.length > 0) return null
  switch (state) {
    case 'queued':
      return 'Waiting to be cut.'
    case 'processing':
      return `Being cut: ${Math.round(progress * 100)}%.`
    case 'failed':
      return `Could not be cut. ${problem ?? ''}`.trim()
    case 'cancelled':
      return 'Its cutting was cancelled.'
    case 'ready':
      return 'It has no video yet.'
  }
}

export const CLIP_STATE_WORDS: Readonly<Record<Clip['state'], string>> = {
  queued: 'Waiting',
  processing: 'Being cut',
  ready: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
}
