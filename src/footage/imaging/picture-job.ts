import type { Box, Format } from '../rendition.ts'

export interface InspectJob {
  kind: 'inspect'
  input: string
  maxPixels: number
}

export interface RenderJob {
  kind: 'render'
  input: string
  output: string
  width: number
  /** `null`: as the picture's shape has it. */
  height: number | null
  /** In the upright picture. */
  box: Box | null
  format: Format
  maxPixels: number
}

export type PictureJob = InspectJob | RenderJob

export interface Inspected {
  width: number
  height: number
  /** `#rrggbb`; `null`: larger than allowed, so nothing was decoded. */
  averageColour: string | null
}

/** What travels between us and the worker process. */
export interface JobMessage {
  id: number
  job: PictureJob
}
export type ResultMessage =
  { id: number; ok: true; result: Inspected | null } | { id: number; ok: false; problem: string }
