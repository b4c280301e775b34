import { PictureWorkers } from './picture-workers.ts'
import type { Platform } from '../../platform/platform.ts'

const workers = new WeakMap<Platform, PictureWorkers>()

/** The picture processes of this installation; none runs before the first picture. */
export function workersOf(p: Platform): PictureWorkers {
  const known = workers.get(p)
  if (known) return known
  const made = new PictureWorkers()
  workers.set(p, made)
  return made
}
