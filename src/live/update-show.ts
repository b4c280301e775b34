import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { topicsOf } from './event.ts'
import { eventsOfShow, findShow, saveShow } from './show-store.ts'
import type { ShowChange, ShowJson } from './wire.ts'

export async function updateShow(
  p: Platform,
  person: Person,
  id: string,
  basedOn: number,
  { slug, title, description }: ShowChange,
): Promise<ShowJson> {
  requireRight(person, 'event.manage')
  return p.write(async (w) => {
    const show = await findShow(w, id)
    if (!show) throw new Refusal('not-found', 'There is no such show. It may have been deleted.')
    const next = {
      ...show,
      slug: slug ?? show.slug,
      title: title ?? show.title,
      description: description ?? show.description,
    }
    const saved = await saveShow(w, next, basedOn)
    if (!saved)
      throw new Refusal(
        'stale',
        'Somebody else has changed this show. Look at their version, then save again.',
        {
          current: show,
        },
      )
    w.touch('events', 'desk:events')
    for (const event of await eventsOfShow(w, id)) w.touch(...topicsOf(event))
    await audit(w, person, 'show.update', `show:${id}`, { title: saved.title })
    return saved
  })
}
