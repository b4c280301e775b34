import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { insertShow, isShowSlugTaken } from './show-store.ts'
import { freeSlug, slugOf } from '../platform/slug.ts'
import type { NewShow, ShowJson } from './wire.ts'

export async function createShow(p: Platform, person: Person, input: NewShow): Promise<ShowJson> {
  requireRight(person, 'event.manage')
  return p.write(async (w) => {
    const slug =
      input.slug ?? (await freeSlug(slugOf(input.title, 'show'), (taken) => isShowSlugTaken(w, taken)))
    const show = await insertShow(w, { slug, title: input.title, description: input.description ?? '' })
    w.touch('events', 'desk:events')
    await audit(w, person, 'show.create', `show:${show.id}`, { title: show.title })
    return show
  })
}
