import type { Platform } from '../platform/platform.ts'
import { clipsWithPoster } from './clip-store.ts'
import type { FindUses } from './remove-picture.ts'

const above = new WeakMap<Platform, FindUses>()

/** Who else uses pictures: told once, when the module is made. */
export const askAlso = (p: Platform, findUses: FindUses): void => void above.set(p, findUses)

/** Where a picture is used: as a clip's poster, and wherever the modules above know of. */
export const findUsesOfPicture =
  (p: Platform): FindUses =>
  async (source, pictureId) => [
    ...(await clipsWithPoster(source, pictureId)).map(({ masterId, title }) => ({
      title,
      path: `/studio/footage/${masterId}`,
    })),
    ...((await above.get(p)?.(source, pictureId)) ?? []),
  ]
