import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { parseCursor } from './cursor.ts'
import { listStories } from './list-stories.ts'
import { findStory, withText } from './read-story.ts'
import { searchStories } from './search-stories.ts'
import type { StorySummary } from './summary.ts'
import {
  type PublicStory,
  publicStoryListSchema,
  publicStoryPageSchema,
  publicStoryQuerySchema,
} from './wire.ts'

/** What everybody may read, by the same rules as the pages. */
export function publicEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  const readingNow = () => new RecordedReading(p, p.clock.now())
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/stories',
      right: 'public',
      summary: 'Published stories, the newest first, or by words',
      query: publicStoryQuerySchema,
      reply: publicStoryListSchema,
      handle: async ({ query: { q, ...query } }) => {
        if (q === undefined && query.after !== undefined && !parseCursor(query.after))
          throw new Refusal('invalid', 'This cursor is not one of ours. Begin with the first page again.')
        const { items, next } =
          q === undefined
            ? await listStories(readingNow(), query)
            : await searchStories(readingNow(), q, query)
        return { items: items.map(toPublic), next }
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/stories/:slug',
      right: 'public',
      summary: 'A published story with its text',
      params: z.object({ slug: z.string().max(200) }),
      reply: publicStoryPageSchema,
      handle: async ({ params: { slug } }) => {
        const reading = readingNow()
        const story = await findStory(reading, slug)
        const whole = story && (await withText(reading, story))
        if (!whole) throw new Refusal('not-found', 'There is no published story of this name.')
        return {
          ...toPublic(whole.story),
          document: whole.document,
          corrections: whole.corrections.map((each) => ({ ...each, at: each.at.toISOString() })),
        }
      },
    }),
  ]
}

// Named one by one: nothing of a story is public by accident.
const toPublic = (story: StorySummary): PublicStory => ({
  id: story.id,
  slug: story.slug,
  path: story.path,
  kind: story.kind,
  sponsor: story.sponsor,
  headline: story.headline,
  standfirst: story.standfirst,
  authors: story.authors.map(({ slug, name }) => ({ slug, name })),
  tags: story.tags,
  publishedAt: story.publishedAt.toISOString(),
  updatedAt: story.updatedAt.toISOString(),
  correctedAt: story.correctedAt?.toISOString() ?? null,
  shortTake: story.shortTake,
  readingMinutes: story.readingMinutes,
})
