import { Refusal } from '../platform/http/problem.ts'
import type { Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import { describeStory } from './describe-story.ts'
import { lockStory, readStory, type StoredStory } from './story-store.ts'

const missing = (): Refusal => new Refusal('not-found', 'There is no such story. It may have been deleted.')

export async function storyToRead(source: Source, id: string): Promise<StoredStory> {
  const story = await readStory(source, id)
  if (!story) throw missing()
  return story
}

/** The story, locked; refused when the change is based on an older revision, with both versions kept. */
export async function storyToChange(
  w: Write,
  id: string,
  basedOn: number | null,
  yours?: object,
): Promise<StoredStory> {
  const story = await lockStory(w, id)
  if (!story) throw missing()
  if (basedOn !== null && basedOn !== story.revision)
    throw new Refusal(
      'stale',
      `Somebody saved this story meanwhile: it has revision ${story.revision}, your change is based on ${basedOn}. Compare the two, then save again.`,
      { current: await describeStory(w, story, w.now), ...(yours && { yours }) },
    )
  return story
}
