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

/** Milliseconds from the beginning: of the master, unless the clip's are named. */
const ms = z.number().int().min(0).max(86_400_000)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A day as the papers give it: `2026-03-14`. */
const day = z.iso.date()

/** What is known of where footage came from; each by itself for readers, or for the desk alone. */
const known = <T extends z.ZodType>(value: T) => z.object({ value, public: z.boolean() })

export const provenanceSchema = z.object({
  releasedBy: known(words(300)),
  /** `null`: not known. */
  releasedOn: known(day.nullable()),
  /** Empty: not known. */
  sourceUrl: known(z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])),
  receivedOn: known(day.nullable()),
  /** Always the SHA-256 of the master, empty until it has arrived: only who may see it is anybody's choice. */
  checksum: known(z.string()),
  notes: known(words(4000)),
})
export type Provenance = z.output<typeof provenanceSchema>

export const MASTER_STATES = ['uploading', 'queued', 'processing', 'ready', 'failed', 'cancelled'] as const

/** The footage as it came, untouched. Nothing of it has a public address. */
export const masterSchema = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  name: z.string(),
  state: z.enum(MASTER_STATES),
  /** 0 to 1, of what the state is about: the upload, the processing. */
  progress: z.number().min(0).max(1),
  /** Why it failed, in words. */
  problem: z.string().nullable(),
  sha256: sha256.nullable(),
  bytes: z.number().int(),
  /** As decoded, whatever the file claims; `null` until it was looked at. */
  durationMs: z.number().int().nullable(),
  /** Pixels, upright. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  hasAudio: z.boolean(),
  provenance: provenanceSchema,
  /** A 480p version that every browser plays and scrubs, for the desk alone, with Range. `null`: not made (yet). */
  previewUrl: z.string().nullable(),
  /** The master itself, for the desk alone, with Range. */
  originalUrl: z.string().nullable(),
  hasTranscript: z.boolean(),
  clipCount: z.number().int(),
  addedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type Master = z.output<typeof masterSchema>
export type MasterState = Master['state']

/**
 * Uploads are tus 1.0 at `/api/v1/uploads` (right footage.manage, session cookie or token), Upload-Metadata `filename`; the id in the
 * upload's address is the master's. Chunks of 16 MB keep a broken connection cheap.
 */
export const masterListQuerySchema = z.object({
  q: z.string().max(200).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
/** `GET /api/v1/masters`, newest first. */
export const masterListSchema = z.object({
  items: z.array(masterSchema),
  next: z.string().nullable(),
  /** Why nothing can be processed on this machine, in words; `null`: all is there. */
  toolProblem: z.string().nullable(),
  /** The largest upload that is taken, in bytes. */
  maxUploadBytes: z.number().int(),
})
export type MasterList = z.output<typeof masterListSchema>

/** `PATCH /api/v1/masters/:id` with If-Match; what is left out stays. `POST …/cancel`, `POST …/retry` and `DELETE` take no body. */
export const masterChangesSchema = z
  .object({
    name: words(300).min(1),
    provenance: provenanceSchema.extend({ checksum: z.object({ public: z.boolean() }) }).partial(),
  })
  .partial()
export type MasterChanges = z.output<typeof masterChangesSchema>

/** What is shown, and why it is shown all the same. */
export const warningSchema = z.object({ says: words(300).min(1), why: words(600) })
export type Warning = z.output<typeof warningSchema>

export const clipSizeSchema = z.object({
  width: z.number().int(),
  height: z.number().int(),
  sha256,
  bytes: z.number().int(),
  /** Public, kept for good, answered in parts. */
  url: z.string(),
})
export type ClipSize = z.output<typeof clipSizeSchema>

export const CLIP_STATES = ['queued', 'processing', 'ready', 'failed', 'cancelled'] as const

/** A part of a master, as the desk sees it. */
export const clipSchema = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  masterId: z.uuid(),
  title: z.string(),
  /** What happens just before. */
  before: z.string(),
  inMs: ms,
  outMs: ms,
  warning: warningSchema.nullable(),
  /** The frame of the poster, in the master's time: picked by an editor. */
  posterMs: ms,
  poster: pictureRefSchema.nullable(),
  /** Of the cut now wanted; until it is ready, sizes and duration are those of the cut before. */
  state: z.enum(CLIP_STATES),
  progress: z.number().min(0).max(1),
  problem: z.string().nullable(),
  /** Smallest first; empty until it was ready once. */
  sizes: z.array(clipSizeSchema),
  durationMs: z.number().int(),
  captions: z.boolean(),
  captionsUrl: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type Clip = z.output<typeof clipSchema>
export type ClipState = Clip['state']

const clipWritingSchema = z.object({
  title: words(300).min(1),
  before: words(2000),
  inMs: ms,
  outMs: ms,
  warning: warningSchema.nullable(),
  posterMs: ms,
})
/** `POST /api/v1/clips`; the poster is the first frame unless another is picked. Takes an Idempotency-Key. */
export const newClipSchema = clipWritingSchema
  .partial({ before: true, warning: true, posterMs: true })
  .extend({ masterId: z.uuid() })
export type NewClip = z.output<typeof newClipSchema>
/** `PATCH /api/v1/clips/:id` with If-Match; what is left out stays. `POST …/cancel`, `…/retry`, `DELETE` take no body. */
export const clipChangesSchema = clipWritingSchema.partial()
export type ClipChanges = z.output<typeof clipChangesSchema>

/** `GET /api/v1/clips`: newest first; `q` searches titles, `master` takes those of one master, in the order of their time. */
export const clipListQuerySchema = z.object({
  q: z.string().max(200).optional(),
  master: z.uuid().optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
})
export const clipListSchema = z.object({ items: z.array(clipSchema), next: z.string().nullable() })
export type ClipList = z.output<typeof clipListSchema>

export const cueSchema = z.object({
  /** Kept through edits. */
  id: z.string().min(1).max(40),
  fromMs: ms,
  toMs: ms,
  /** Empty: not known. */
  speaker: words(200),
  text: words(2000),
})
export type Cue = z.output<typeof cueSchema>

/** `GET /api/v1/masters/:id/transcript` */
export const transcriptSchema = z.object({
  masterId: z.uuid(),
  revision: z.number().int(),
  /** BCP 47: `en`. */
  language: z.string(),
  /** In the master's time, in its order. */
  cues: z.array(cueSchema),
})
export type Transcript = z.output<typeof transcriptSchema>

const language = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/)
/** `POST /api/v1/masters/:id/transcript`: the text of an SRT or WebVTT file. It takes the place of what was there. */
export const transcriptImportSchema = z.object({
  text: z.string().max(1_500_000),
  language: language.default('en'),
})
/** `PUT /api/v1/masters/:id/transcript` with If-Match. */
export const transcriptEditSchema = z.object({
  cues: z.array(cueSchema).max(20_000),
  language: language.optional(),
})
export type TranscriptEdit = z.output<typeof transcriptEditSchema>

/** `GET /api/v1/clips/:id/transcript`: the cues that can be heard in the clip, in the clip's time (0: its in point). */
export const clipTranscriptSchema = z.object({
  clipId: z.uuid(),
  language: z.string(),
  cues: z.array(cueSchema),
})
export type ClipTranscript = z.output<typeof clipTranscriptSchema>

/** What a page needs to show a clip; made by `findClips`. Nothing in it is for the desk alone. */
export interface ClipRef {
  readonly id: string
  readonly title: string
  /** What happens just before. */
  readonly before: string
  /** While it stands, no page shows the poster before the reader has asked for it. */
  readonly warning: Warning | null
  readonly poster: PictureRef | null
  /** With the host of the files, smallest first; empty: the clip is not ready (yet), and there is nothing to play. */
  readonly sizes: readonly ClipSize[]
  readonly durationMs: number
  /** WebVTT, in the clip's time. */
  readonly captionsUrl: string | null
  /** Of the captions. */
  readonly language: string
  /** What the desk lets readers know, in the order of the schema; `null`: not known or not public. */
  readonly provenance: { readonly [K in keyof Provenance]: string | null }
  /** The words that can be heard in it, speaker by speaker; empty where there is no transcript. */
  readonly words: string
  readonly createdAt: Date
}
