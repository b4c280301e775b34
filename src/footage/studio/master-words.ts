import { plural } from '../../kit/time.ts'
import type { Master, MasterState } from '../wire.ts'
import { lengthOf } from './media-time.ts'
import { sizeWords } from './upload-state.ts'

export const MASTER_STATE_WORDS: Readonly<Record<MasterState, string>> = {
  uploading: 'Uploading',
  queued: 'Waiting',
  processing: 'Processing',
  ready: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

export const isMoving = (state: MasterState): boolean =>
  state === 'uploading' || state === 'queued' || state === 'processing'

/** `1:02:05 · 1920 × 1080 · 4.2 GB · 3 clips · transcript` */
export const masterDetail = ({
  durationMs,
  width,
  height,
  bytes,
  clipCount,
  hasTranscript,
}: Master): string =>
  [
    durationMs !== null && lengthOf(durationMs),
    width !== null && height !== null && `${width} × ${height}`,
    sizeWords(bytes),
    clipCount > 0 && plural(clipCount, 'clip'),
    hasTranscript && 'transcript',
  ]
    .filter(Boolean)
    .join(' · ')
