import { z } from 'zod'
import { documentSchema } from './document.ts'

/**
 * The JSON of the newsroom's doors.
 *
 * Everybody: GET /api/v1/stories (?tag&author&kind&month&q&after&limit), /stories/:slug, /authors, /tags.
 * The desk, all below /api/v1/desk:
 * - GET stories (StoryListQuery → StoryList), POST stories (StoryCreate → Story)
 * - GET stories/:id → Story; PUT stories/:id (If-Match, StoryInput → Story); DELETE stories/:id (If-Match)
 * - POST stories/:id/publish (If-Match, PublishRequest → Story), /unpublish (→ Story), /reschedule (If-Match, RescheduleRequest → Story)
 * - GET stories/:id/notices → NoticeList: what is not right, though nothing keeps the story from being published
 * - GET stories/:id/revisions → RevisionList; GET stories/:id/revisions/:revision → Revision; POST stories/:id/restore (If-Match, RestoreRequest → Story)
 * - GET authors → AuthorList; POST authors (AuthorInput → Author); PUT authors/:id (If-Match, AuthorInput → Author); the same for tags
 *
 * A stale PUT answers 412 with `current` (the Story as it is now) and `yours` (what was sent).
 */

const instant = z.iso.datetime()
const revision = z.int().min(0)
const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())

export const KINDS = ['news', 'opinion', 'satire', 'sponsored'] as const
export const kindSchema = z.enum(KINDS)
export type Kind = z.output<typeof kindSchema>

/** Lower-case letters, digits and single hyphens; it is part of addresses and of region keys. */
export const slugSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, such as rink-cam')

export const storyInputSchema = z.object({
  /** Empty: made from the headline when the story is published. */
  slug: z.union([slugSchema, z.literal('')]),
  kind: kindSchema,
  /** Who paid; needed for a sponsored story. */
  sponsor: line(120),
  headline: line(200),
  standfirst: line(600),
  document: documentSchema,
  /** A picture's id. */
  cover: z.uuid().nullable(),
  shortTake: z.boolean(),
  /** Ids in the order of the byline. */
  authors: z.array(z.uuid()).max(12),
  /** Ids; the first one is the story's main tag. */
  tags: z.array(z.uuid()).max(12),
})
export type StoryInput = z.output<typeof storyInputSchema>

/** What is left out is empty. */
export const storyCreateSchema = storyInputSchema.partial()

/** `withdrawn`: was public and answers 410 now. */
export const STORY_STATES = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export const storyStateSchema = z.enum(STORY_STATES)
export type StoryState = z.output<typeof storyStateSchema>

const correctionSchema = z.object({ id: z.uuid(), at: instant, note: z.string() })

/** The same as it is stored: it was checked when it came in. */
export const storyContentSchema = storyInputSchema.extend({
  slug: z.string(),
  sponsor: z.string(),
  headline: z.string(),
  standfirst: z.string(),
})

export const storySchema = storyContentSchema.extend({
  id: z.uuid(),
  revision,
  state: storyStateSchema,
  createdAt: instant,
  updatedAt: instant,
  /** Id of the person who saved last. */
  updatedBy: z.string().nullable(),
  /** The version that readers see, or will see at `publishedAt`. */
  published: z
    .object({
      path: z.string(),
      headline: z.string(),
      publishedAt: instant,
      updatedAt: instant,
      correctedAt: instant.nullable(),
      /** The working revision that it was made from: lower than `revision` when there are unpublished changes. */
      revision,
    })
    .nullable(),
  corrections: z.array(correctionSchema),
})
export type Story = z.output<typeof storySchema>

export const storyListQuerySchema = z.object({
  state: storyStateSchema.optional(),
  q: z.string().max(200).optional(),
  /** An author's id. */
  author: z.uuid().optional(),
  /** A tag's id. */
  tag: z.uuid().optional(),
  kind: kindSchema.optional(),
  /** Only what the caller made. */
  mine: z.literal('1').optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type StoryListQuery = z.output<typeof storyListQuerySchema>

export const storyListItemSchema = z.object({
  id: z.uuid(),
  revision,
  state: storyStateSchema,
  slug: z.string(),
  /** Where it is public, or will be. */
  path: z.string().nullable(),
  kind: kindSchema,
  headline: z.string(),
  shortTake: z.boolean(),
  authors: z.array(z.object({ id: z.uuid(), name: z.string() })),
  cover: z.uuid().nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  unpublishedChanges: z.boolean(),
})
export type StoryListItem = z.output<typeof storyListItemSchema>
export const storyListSchema = z.object({ items: z.array(storyListItemSchema), next: z.string().nullable() })
export type StoryList = z.output<typeof storyListSchema>

/** An instant, or a wall-clock time in a zone; an hour that daylight saving skips or repeats is answered with what to choose. */
export const whenSchema = z.union([
  z.object({ at: z.iso.datetime({ offset: true }) }),
  z.object({
    wall: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'must be a time such as 2026-11-22T20:00'),
    zone: z.string().max(60),
  }),
])
export type When = z.output<typeof whenSchema>

export const publishRequestSchema = z.object({
  /** Left out: now. */
  when: whenSchema.optional(),
  /** A public correction: shown under the story, in the list of corrections and in its structured data. */
  correction: line(1000).optional(),
})
export type PublishRequest = z.output<typeof publishRequestSchema>

/** In words that say what to do; `at` names the field or the block. */
export const publishProblemSchema = z.object({ at: z.string(), problem: z.string() })
export type PublishProblem = z.output<typeof publishProblemSchema>
export const noticeListSchema = z.object({ items: z.array(publishProblemSchema) })

export const rescheduleRequestSchema = z.object({ when: whenSchema })
export const restoreRequestSchema = z.object({ revision: z.int().min(1) })

export const revisionItemSchema = z.object({
  revision,
  at: instant,
  by: z.string().nullable(),
  headline: z.string(),
})
export type RevisionItem = z.output<typeof revisionItemSchema>
export const revisionListSchema = z.object({
  items: z.array(revisionItemSchema),
  next: z.string().nullable(),
})
export const revisionSchema = revisionItemSchema.extend({
  content: storyContentSchema,
  /** The revision that was kept before it. */
  before: revision.nullable(),
})
export type Revision = z.output<typeof revisionSchema>

export const authorInputSchema = z.object({
  /** Empty: made from the name. */
  slug: z.union([slugSchema, z.literal('')]).default(''),
  name: line(120).refine((name) => name !== '', 'must not be empty'),
  roleTitle: line(120).default(''),
  bio: line(2000).default(''),
  /** A picture's id. */
  portrait: z.uuid().nullable().default(null),
  /** The account of the same person, if there is one. */
  personId: z.string().max(100).nullable().default(null),
})
export type AuthorInput = z.input<typeof authorInputSchema>
export const authorSchema = z.object({
  id: z.uuid(),
  revision,
  slug: z.string(),
  path: z.string(),
  name: z.string(),
  roleTitle: z.string(),
  bio: z.string(),
  portrait: z.uuid().nullable(),
  personId: z.string().nullable(),
})
export type Author = z.output<typeof authorSchema>
export const authorListSchema = z.object({ items: z.array(authorSchema), next: z.string().nullable() })

/** What everybody may read of an author. */
export const publicAuthorListSchema = z.object({
  items: z.array(authorSchema.pick({ slug: true, path: true, name: true, roleTitle: true, bio: true })),
  next: z.string().nullable(),
})

export const tagInputSchema = z.object({
  slug: z.union([slugSchema, z.literal('')]).default(''),
  name: line(80).refine((name) => name !== '', 'must not be empty'),
  description: line(500).default(''),
})
export type TagInput = z.input<typeof tagInputSchema>
export const tagSchema = z.object({
  id: z.uuid(),
  revision,
  slug: z.string(),
  path: z.string(),
  name: z.string(),
  description: z.string(),
})
export type Tag = z.output<typeof tagSchema>
export const tagListSchema = z.object({ items: z.array(tagSchema), next: z.string().nullable() })

/** What everybody may read of a story. */
export const publicStorySchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  path: z.string(),
  kind: kindSchema,
  sponsor: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  authors: z.array(z.object({ slug: z.string(), name: z.string() })),
  tags: z.array(z.object({ slug: z.string(), name: z.string() })),
  publishedAt: instant,
  updatedAt: instant,
  correctedAt: instant.nullable(),
  shortTake: z.boolean(),
  readingMinutes: z.int(),
})
export type PublicStory = z.output<typeof publicStorySchema>
export const publicStoryListSchema = z.object({
  items: z.array(publicStorySchema),
  next: z.string().nullable(),
})
export const publicStoryPageSchema = publicStorySchema.extend({
  document: documentSchema,
  corrections: z.array(correctionSchema),
})
export const publicStoryQuerySchema = z.object({
  tag: z.string().max(100).optional(),
  author: z.string().max(100).optional(),
  kind: kindSchema.optional(),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  q: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
