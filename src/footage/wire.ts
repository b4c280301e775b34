import { z } from 'zod'

/** A focal point's part of the width or height, in percent from the left or top. */
const focal = z.number().int().min(0).max(100)
const words = (max: number): z.ZodString => z.string().trim().max(max)

/** What a page needs to show a picture. */
export const pictureRefSchema = z.object({
  id: z.uuid(),
  /** Of the original; part of the address of everything made from it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Pixels, upright. */
  width: z.number().int(),
  height: z.number().int(),
  alt: z.string(),
  credit: z.string(),
  focalX: focal,
  focalY: focal,
})
export type PictureRef = z.output<typeof pictureRefSchema> & {
  /** The host that serves its files, where it is another one than the page's. */
  readonly filesUrl?: string | undefined
}

export const pictureWordsSchema = z.object({
  /** What the picture shows, for who cannot see it. */
  alt: words(1000),
  caption: words(2000),
  credit: words(300),
  /** Where it came from and what we may do with it; never shown to readers. */
  rightsNote: words(2000),
})

export const pictureSchema = pictureRefSchema.extend({
  caption: z.string(),
  rightsNote: z.string(),
  rightsUntil: z.iso.datetime().nullable(),
  mime: z.string(),
  bytes: z.number().int(),
  /** `#rrggbb` */
  averageColour: z.string(),
  addedBy: z.string().nullable(),
  revision: z.number().int(),
  createdAt: z.iso.datetime(),
  /** A small rendition for the studio's lists. */
  preview: z.string(),
})
export type PictureDto = z.output<typeof pictureSchema>

/** `PATCH /api/v1/pictures/:id` with If-Match; what is left out stays. */
export const pictureChangesSchema = pictureWordsSchema
  .extend({ focalX: focal, focalY: focal, rightsUntil: z.iso.datetime({ offset: true }).nullable() })
  .partial()
export type PictureChanges = z.output<typeof pictureChangesSchema>

/** `POST /api/v1/pictures?name=…`: the body is the file itself. */
export const pictureUploadQuerySchema = z.object({
  name: words(300).optional(),
  alt: words(1000).optional(),
  credit: words(300).optional(),
})

/** `POST /api/v1/pictures/by-address` */
export const pictureByAddressSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  alt: words(1000).optional(),
  credit: words(300).optional(),
})

export const pictureListQuerySchema = z.object({
  q: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})

export const pictureListSchema = z.object({ items: z.array(pictureSchema), next: z.string().nullable() })
export type PictureList = z.output<typeof pictureListSchema>

/** `GET /api/v1/embeds/look-up?url=…` */
export const embedQuerySchema = z.object({ url: z.string().max(2000) })
export const embedSchema = z.object({
  provider: z.enum(['youtube', 'vimeo']),
  id: z.string(),
  /** `null`: the provider did not tell. */
  title: z.string().nullable(),
  /** Seconds. */
  start: z.number().int().nullable(),
})
export type EmbedDto = z.output<typeof embedSchema>
