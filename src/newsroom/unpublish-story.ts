import { audit, type Person, requireRight } from '../people/public.ts'
import { forgetAddresses, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { describeStory } from './describe-story.ts'
import { deletePublication, publicTopicsOf, readPublication } from './publication-store.ts'
import { wasPublic } from './publish-story.ts'
import { deskTopicsOf, storySubject } from './story.ts'
import { setPhase } from './story-store.ts'
import { storyToChange } from './stored-story.ts'
import type { Story } from './wire.ts'

/** Takes a story from the public: its addresses answer "gone". One that was only scheduled is a draft again. */
export async function unpublishStory(p: Platform, person: Person, id: string): Promise<Story> {
  requireRight(person, 'story.publish')
  return p.write(async (w) => {
    const story = await storyToChange(w, id, null)
    const publication = await readPublication(w, id)
    if (!publication) throw new Refusal('conflict', 'This story is not published.')
    const seen = wasPublic(story, w.now)
    await deletePublication(w, id)
    if (seen) await retireAddresses(w, storySubject(id))
    else await forgetAddresses(w, storySubject(id))
    const after = {
      phase: seen ? ('withdrawn' as const) : ('draft' as const),
      firstPublicAt: seen ? story.firstPublicAt : null,
      publicSlug: seen ? story.publicSlug : null,
    }
    await setPhase(w, id, after)
    w.touch(...publicTopicsOf(publication), ...deskTopicsOf(id))
    await audit(w, person, 'story.unpublish', storySubject(id))
    return describeStory(w, { ...story, ...after }, w.now)
  })
}
