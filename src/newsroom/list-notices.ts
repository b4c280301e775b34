import { type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { brokenQuotes } from './clip-problems.ts'
import { storyToRead } from './stored-story.ts'
import type { PublishProblem } from './wire.ts'

/** What an editor should know before the working version is published, though nothing keeps it from being. */
export async function listNotices(
  p: Platform,
  person: Person,
  id: string,
): Promise<{ items: PublishProblem[] }> {
  requireRight(person, 'story.write')
  const { document } = await storyToRead(p, id)
  return { items: await brokenQuotes(p, document) }
}
