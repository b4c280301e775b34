import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { checkContent } from './check-content.ts'
import { describeStory } from './describe-story.ts'
import { keepRevision, readRevision } from './revision-store.ts'
import { deskTopicsOf, storySubject } from './story.ts'
import { updateStory } from './story-store.ts'
import { storyToChange } from './stored-story.ts'
import type { Story } from './wire.ts'

/** Makes an earlier save the working version again, as a new revision: nothing is lost by it. */
export async function restoreRevision(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  revision: number,
): Promise<Story> {
  requireRight(person, 'story.write')
  return p.write(async (w) => {
    const before = await storyToChange(w, id, basedOn)
    if (before.phase !== 'draft') requireRight(person, 'story.publish')
    const kept = await readRevision(w, id, revision)
    if (!kept) throw new Refusal('not-found', `This story has no revision ${revision}.`)
    const story = await updateStory(w, id, await checkContent(w, kept.content), person.id)
    await keepRevision(w, story)
    w.touch(...deskTopicsOf(id))
    await audit(w, person, 'story.restore', storySubject(id), { from: revision, revision: story.revision })
    return describeStory(w, story, w.now)
  })
}
