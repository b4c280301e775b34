import { createAuthor } from '../../src/newsroom/create-author.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { createTag } from '../../src/newsroom/create-tag.ts'
import { documentOf } from '../../src/newsroom/document.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import type { Person } from '../../src/people/public.ts'
import { SYSTEM } from '../../src/people/public.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Story, StoryInput } from '../../src/newsroom/wire.ts'

/** People of the tests, by role. */
export const EDITOR: Person = { id: 'editor-1', kind: 'person', name: 'Ed', role: 'editor', scope: null }
export const WRITER: Person = { id: 'writer-1', kind: 'person', name: 'Wri', role: 'writer', scope: null }
export const HOST: Person = { id: 'host-1', kind: 'person', name: 'Ho', role: 'host', scope: null }

export interface Desk {
  author: string
  tag: string
  otherTag: string
  draft(input?: Partial<StoryInput>): Promise<Story>
  published(input?: Partial<StoryInput>): Promise<Story>
}

/** An author, two tags and a quick way to stories. */
export async function openDesk(p: Platform): Promise<Desk> {
  const author = (await createAuthor(p, SYSTEM, { name: 'June Aldous' })).id
  const tag = (await createTag(p, SYSTEM, { name: 'Goalies' })).id
  const otherTag = (await createTag(p, SYSTEM, { name: 'Refs' })).id
  const draft = (input: Partial<StoryInput> = {}): Promise<Story> =>
    createStory(p, EDITOR, {
      headline: 'A headline',
      standfirst: 'A standfirst.',
      authors: [author],
      tags: [tag],
      document: documentOf([{ type: 'paragraph', text: [{ text: 'First words.' }] }]),
      ...input,
    })
  const published = async (input: Partial<StoryInput> = {}): Promise<Story> => {
    const { id, revision } = await draft(input)
    return publishStory(p, EDITOR, id, { revision })
  }
  return { author, tag, otherTag, draft, published }
}
