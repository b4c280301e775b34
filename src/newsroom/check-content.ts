import type { Source } from '../platform/db/database.ts'
import { Refusal } from '../platform/http/problem.ts'
import { readAuthors } from './author-store.ts'
import { bytesOf, MAX_DOCUMENT_BYTES } from './document.ts'
import { readTags } from './tag-store.ts'
import type { StoryInput } from './wire.ts'

/** Refuses what could not be stored or shown at all; what only a public story needs is asked when it is published. */
export async function checkContent(source: Source, content: StoryInput): Promise<StoryInput> {
  const bytes = bytesOf(content.document)
  if (bytes > MAX_DOCUMENT_BYTES)
    throw new Refusal(
      'too-large',
      `The text has ${bytes} bytes, ${MAX_DOCUMENT_BYTES} are possible. Split it into two stories.`,
      { bytes, maxBytes: MAX_DOCUMENT_BYTES },
    )
  const checked = { ...content, authors: [...new Set(content.authors)], tags: [...new Set(content.tags)] }
  const authors = await readAuthors(source, checked.authors)
  const tags = await readTags(source, checked.tags)
  refuseUnknown('author', checked.authors, authors)
  refuseUnknown('tag', checked.tags, tags)
  return checked
}

function refuseUnknown(noun: string, asked: readonly string[], found: readonly { id: string }[]): void {
  const unknown = asked.filter((id) => !found.some((each) => each.id === id))
  if (unknown.length > 0)
    throw new Refusal('unprocessable', `There is no ${noun} ${unknown.join(', ')}. Choose another one.`, {
      unknown,
    })
}
