import { resolveAddress } from '../platform/address-store.ts'
import type { Source } from '../platform/db/database.ts'
import { fallbackSlug, slugOf, storyPath } from './story.ts'
import type { StoredStory } from './story-store.ts'

const TRIES = 20

/** The slug that was chosen; else the one it has in public; else one of the headline that no other story ever had. */
export async function publicSlugOf(source: Source, story: StoredStory): Promise<string> {
  if (story.slug !== '') return story.slug
  if (story.publicSlug !== null) return story.publicSlug
  const fallback = fallbackSlug('story', story.id)
  const wanted = slugOf(story.headline, fallback)
  for (let i = 1; i <= TRIES; i++) {
    const slug = i === 1 ? wanted : `${wanted}-${i}`
    const { state } = await resolveAddress(source, storyPath(slug))
    if (state === 'unknown') return slug
  }
  return fallback
}
