import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { deskTopicsOf, storySubject } from './story.ts'
import { deleteStory } from './story-store.ts'
import { storyToChange } from './stored-story.ts'

/** Only what readers never saw can be deleted; the rest is unpublished, so that its addresses go on answering. */
export async function deleteDraft(p: Platform, person: Person, id: string, basedOn: number): Promise<void> {
  requireRight(person, 'story.write')
  await p.write(async (w) => {
    const story = await storyToChange(w, id, basedOn)
    if (story.phase === 'out')
      throw new Refusal('conflict', 'This story is published or scheduled. Unpublish it first.')
    if (story.phase === 'withdrawn')
      throw new Refusal(
        'conflict',
        'Readers have seen this story, so the newsroom keeps it. It answers "gone" at its address.',
      )
    await deleteStory(w, id)
    w.touch(...deskTopicsOf(id))
    await audit(w, person, 'story.delete', storySubject(id))
  })
}
