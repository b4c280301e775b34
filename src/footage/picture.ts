import type { Picture } from './picture-store.ts'
import { pictureUrl } from './picture-html.ts'
import type { PictureDto } from './wire.ts'

export const PICTURE_LIMITS = { bytes: 40_000_000, pixels: 50_000_000 } as const

/** `picture:…` is asked by every page that shows one: a better alt text or focal point shows at once. */
export const pictureTopic = (id: string): string => `picture:${id}`

export const topicsOf = ({ id }: Pick<Picture, 'id'>): string[] => [pictureTopic(id), 'desk:pictures']

export const toDto = (picture: Picture): PictureDto => ({
  ...picture,
  rightsUntil: picture.rightsUntil?.toISOString() ?? null,
  createdAt: picture.createdAt.toISOString(),
  preview: pictureUrl(picture, picture.width >= 320 ? 320 : 80, 'webp'),
})
