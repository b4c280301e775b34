import { isDeepStrictEqual } from 'node:util'
import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { checkContent } from './check-content.ts'
import { describeStory } from './describe-story.ts'
import { contentOf, keepRevision } from './revision-store.ts'
import { deskTopicsOf, storySubject } from './story.ts'
import { updateStory } from './story-store.ts'
import { storyToChange } from './stored-story.ts'
import type { Story, StoryInput } from './wire.ts'

/** Saves the working version; readers see it when it is published. A save that changes nothing makes no revision. */
export async function saveStory(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  input: StoryInput,
): Promise<Story> {
  requireRight(person, 'story.write')
  return p.write(async (w) => {
    const before = await storyToChange(w, id, basedOn, input)
    if (before.phase !== 'draft') requireRight(person, 'story.publish')
    const content = await checkContent(w, input)
    if (isDeepStrictEqual(contentOf(before), content)) return describeStory(w, before, w.now)
    const story = await updateStory(w, id, content, person.id)
    await keepRevision(w, story)
    w.touch(...deskTopicsOf(id))
    await audit(w, person, 'story.save', storySubject(id), { revision: story.revision })
    return describeStory(w, story, w.now)
  })
}
