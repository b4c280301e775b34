import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { describeStory } from './describe-story.ts'
import { movePublication, publicTopicsOf, readPublication } from './publication-store.ts'
import { wasPublic } from './publish-story.ts'
import { deskTopicsOf, isVisible, storySubject } from './story.ts'
import { setPhase } from './story-store.ts'
import { storyToChange } from './stored-story.ts'
import type { Story } from './wire.ts'

/** Moves a scheduled story to another instant, as it was scheduled: changes saved since stay unpublished. */
export async function rescheduleStory(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  at: Date,
): Promise<Story> {
  requireRight(person, 'story.publish')
  return p.write(async (w) => {
    const story = await storyToChange(w, id, basedOn)
    const publication = await readPublication(w, id)
    if (!publication || isVisible(publication, w.now))
      throw new Refusal('conflict', 'This story is not scheduled (any more), so its time cannot be moved.')
    if (at <= w.now)
      throw new Refusal('unprocessable', 'That time has passed. Choose a later one, or publish now.')
    await movePublication(w, id, at)
    const { phase, publicSlug } = story
    const firstPublicAt = wasPublic(story, w.now) ? story.firstPublicAt : at
    await setPhase(w, id, { phase, publicSlug, firstPublicAt })
    const topics = [...publicTopicsOf(publication), ...deskTopicsOf(id)]
    w.touch(...topics)
    w.schedule(at, ...topics)
    await audit(w, person, 'story.reschedule', storySubject(id), { publishedAt: at })
    return describeStory(w, story, w.now)
  })
}
