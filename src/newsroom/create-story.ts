import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { checkContent } from './check-content.ts'
import { describeStory } from './describe-story.ts'
import { EMPTY_DOCUMENT } from './document.ts'
import { keepRevision } from './revision-store.ts'
import { deskTopicsOf, storySubject } from './story.ts'
import { insertStory } from './story-store.ts'
import type { Story, StoryInput } from './wire.ts'

export const EMPTY_STORY: StoryInput = {
  slug: '',
  kind: 'news',
  sponsor: '',
  headline: '',
  standfirst: '',
  document: EMPTY_DOCUMENT,
  cover: null,
  shortTake: false,
  authors: [],
  tags: [],
}

/** A draft; what is left out is empty. */
export async function createStory(
  p: Platform,
  person: Person,
  input: { [K in keyof StoryInput]?: StoryInput[K] | undefined },
): Promise<Story> {
  requireRight(person, 'story.write')
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return p.write(async (w) => {
    const content = await checkContent(w, { ...EMPTY_STORY, ...given })
    const story = await insertStory(w, content, person.id)
    await keepRevision(w, story)
    w.touch(...deskTopicsOf(story.id))
    await audit(w, person, 'story.create', storySubject(story.id))
    return describeStory(w, story, w.now)
  })
}
