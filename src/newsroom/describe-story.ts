import type { Source } from '../platform/db/database.ts'
import { correctionsOf } from './correction-store.ts'
import { readPublication, type StoredPublication } from './publication-store.ts'
import { contentOf } from './revision-store.ts'
import { isVisible, storyPath } from './story.ts'
import type { StoredStory } from './story-store.ts'
import type { Story, StoryState } from './wire.ts'

export const stateOf = (
  phase: StoredStory['phase'],
  publication: { publishedAt: Date } | null,
  now: Date,
): StoryState => {
  if (publication) return isVisible(publication, now) ? 'published' : 'scheduled'
  return phase === 'withdrawn' ? 'withdrawn' : 'draft'
}

/** A story as the studio sees it: the working version, and what is public of it. */
export async function describeStory(source: Source, story: StoredStory, now: Date): Promise<Story> {
  const publication = await readPublication(source, story.id)
  const corrections = await correctionsOf(source, story.id)
  return {
    ...contentOf(story),
    id: story.id,
    revision: story.revision,
    state: stateOf(story.phase, publication, now),
    createdAt: story.createdAt.toISOString(),
    updatedAt: story.updatedAt.toISOString(),
    updatedBy: story.updatedBy,
    published: publication && describePublication(publication),
    corrections: corrections.map(({ id, at, note }) => ({ id, at: at.toISOString(), note })),
  }
}

const describePublication = (publication: StoredPublication): NonNullable<Story['published']> => ({
  path: storyPath(publication.slug),
  headline: publication.headline,
  publishedAt: publication.publishedAt.toISOString(),
  updatedAt: publication.updatedAt.toISOString(),
  correctedAt: publication.correctedAt?.toISOString() ?? null,
  revision: publication.revision,
})
