import type { Reading } from '../platform/live/reading.ts'
import { addressTopic } from '../platform/address-store.ts'
import { type Correction, correctionsOf } from './correction-store.ts'
import type { Document } from './document.ts'
import { toSummaries } from './list-stories.ts'
import {
  findPublicationBySlug,
  readPublication,
  readPublishedDocument,
  type StoredPublication,
} from './publication-store.ts'
import { isVisible, storyPath, storyTopic } from './story.ts'
import type { StorySummary } from './summary.ts'

/** The public story of a slug; what is scheduled is not there before its time, and not even its topic says that it will be. */
export async function findStory(reading: Reading, slug: string): Promise<StorySummary | null> {
  reading.topic(addressTopic(storyPath(slug)))
  const story = await visible(reading, await findPublicationBySlug(reading, slug))
  if (story) reading.topic(storyTopic(story.id))
  return story
}

export async function readPublicStory(reading: Reading, id: string): Promise<StorySummary | null> {
  reading.topic(storyTopic(id))
  return isStoryId(id) ? visible(reading, await readPublication(reading, id)) : null
}

async function visible(reading: Reading, row: StoredPublication | null): Promise<StorySummary | null> {
  if (!row) return null
  if (!isVisible(row, reading.now)) {
    reading.until(row.publishedAt)
    return null
  }
  const [summary] = await toSummaries(reading, [row])
  return summary ?? null
}

export interface WholeStory {
  story: StorySummary
  document: Document
  corrections: Correction[]
}

/** With its text and corrections. */
export async function withText(reading: Reading, story: StorySummary): Promise<WholeStory | null> {
  const document = await readPublishedDocument(reading, story.id)
  return document && { story, document, corrections: await correctionsOf(reading, story.id) }
}

// A region's id comes from an address bar: PostgreSQL would refuse what is no UUID with an error.
const isStoryId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
