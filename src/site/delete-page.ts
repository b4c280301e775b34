import { audit, type Person, requireRight } from '../people/public.ts'
import { retireAddresses } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { pageSubject } from './static-page.ts'
import { findStaticPage, removeStaticPage } from './static-page-store.ts'
import { noPage, touchPages } from './static-page-writing.ts'

export async function deletePage(p: Platform, person: Person, id: string): Promise<void> {
  requireRight(person, 'page.manage')
  await p.write(async (w) => {
    const page = await findStaticPage(w, id)
    if (!page) throw noPage()
    await removeStaticPage(w, id)
    await retireAddresses(w, pageSubject(id))
    touchPages(w, page)
    await audit(w, person, 'page.delete', `page:${id}`, { slug: page.slug })
  })
}
