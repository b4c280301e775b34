import type { Platform } from '../platform/platform.ts'
import type { PictureJob } from './imaging/picture-job.ts'
import { workersOf } from './imaging/workers-of.ts'
import { PICTURE_LIMITS } from './picture.ts'
import { cropBox, type Rendition, renditionName } from './rendition.ts'
import type { PictureRef } from './wire.ts'

const flights = new Map<string, Promise<string>>()

/** The path of a rendition's file, made first if it is not there; one making at a time of each. */
export function makeRendition(p: Platform, picture: PictureRef, rendition: Rendition): Promise<string> {
  const name = renditionName(rendition)
  const target = p.files.derivedPath(picture.sha256, name)
  const flying = flights.get(target)
  if (flying) return flying
  const flight = p.files
    .derive(picture.sha256, name, async (output) => {
      await workersOf(p).run(jobFor(p.files.path(picture.sha256), output, picture, rendition))
    })
    .finally(() => flights.delete(target))
  flights.set(target, flight)
  return flight
}

const jobFor = (
  input: string,
  output: string,
  picture: PictureRef,
  { width, crop, format }: Rendition,
): PictureJob => ({
  kind: 'render',
  input,
  output,
  width,
  height: crop?.height ?? null,
  box: crop && cropBox(picture, width, crop),
  format,
  maxPixels: PICTURE_LIMITS.pixels,
})
