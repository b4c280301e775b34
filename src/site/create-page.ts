import { audit, type Person, requireRight } from '../people/public.ts'
import type { Platform } from '../platform/platform.ts'
import { insertStaticPage, type StaticPage } from './static-page-store.ts'
import { readPageInput, refuseTakenSlug, settleAddress, touchPages } from './static-page-writing.ts'
import type { StaticPageInput } from './wire.ts'

export async function createPage(p: Platform, person: Person, input: StaticPageInput): Promise<StaticPage> {
  requireRight(person, 'page.manage')
  const fields = readPageInput(input)
  return p.write(async (w) => {
    await refuseTakenSlug(w, fields.slug, null)
    const page = await insertStaticPage(w, fields)
    await settleAddress(w, page)
    touchPages(w, page)
    await audit(w, person, 'page.create', `page:${page.id}`)
    return page
  })
}
