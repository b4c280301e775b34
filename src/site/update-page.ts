import { audit, type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { findStaticPage, replaceStaticPage, type StaticPage } from './static-page-store.ts'
import {
  noPage,
  pageReply,
  readPageInput,
  refuseTakenSlug,
  settleAddress,
  touchPages,
} from './static-page-writing.ts'
import type { StaticPageInput } from './wire.ts'

export async function updatePage(
  p: Platform,
  person: Person,
  id: string,
  revision: number,
  input: StaticPageInput,
): Promise<StaticPage> {
  requireRight(person, 'page.manage')
  const fields = readPageInput(input)
  return p.write(async (w) => {
    const before = await findStaticPage(w, id)
    if (!before) throw noPage()
    await refuseTakenSlug(w, fields.slug, id)
    const page = await replaceStaticPage(w, id, revision, fields)
    if (!page)
      throw new Refusal(
        'stale',
        'This page was changed meanwhile. Look at the other version, then save again.',
        {
          current: pageReply(before),
        },
      )
    await settleAddress(w, page)
    touchPages(w, before, page)
    await audit(w, person, 'page.update', `page:${id}`)
    return page
  })
}
