import { documentSchema } from '../newsroom/public.ts'
import { claimAddress, retireAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import { isReserved, pageSubject, staticPath, topicsOf } from './static-page.ts'
import { isSlugTaken, type StaticPage, type StaticPageFields } from './static-page-store.ts'
import { StaticPageInput, type StaticPageReply } from './wire.ts'

export function readPageInput(given: StaticPageInput): StaticPageFields {
  const { document, ...fields } = StaticPageInput.parse(given)
  const parsed = documentSchema.safeParse(document)
  if (parsed.success) return { ...fields, document: parsed.data }
  const first = parsed.error.issues[0]
  throw new Refusal('invalid', `In the document, at "${first?.path.join('.')}": ${first?.message}.`)
}

export async function refuseTakenSlug(w: Write, slug: string, exceptId: string | null): Promise<void> {
  if (isReserved(slug))
    throw new Refusal('conflict', `The address /${slug} belongs to the site itself. Choose another one.`)
  if (await isSlugTaken(w, slug, exceptId))
    throw new Refusal('conflict', `There is a page at /${slug} already. Choose another address.`)
}

/** A published page has its address; one that was taken back answers that it is gone. */
export async function settleAddress(w: Write, { id, slug, published }: StaticPage): Promise<void> {
  if (published) await claimAddress(w, staticPath(slug), pageSubject(id))
  else await retireAddresses(w, pageSubject(id))
}

export const touchPages = (w: Write, ...pages: { slug: string }[]): void =>
  w.touch(...pages.flatMap(topicsOf))

export const noPage = (): Refusal =>
  new Refusal('not-found', 'There is no such page. It may have been deleted; reload the list.')

export const pageListItem = (page: StaticPage): Omit<StaticPageReply, 'document'> => ({
  id: page.id,
  revision: page.revision,
  slug: page.slug,
  title: page.title,
  description: page.description,
  published: page.published,
  path: staticPath(page.slug),
  updatedAt: page.updatedAt.toISOString(),
})

export const pageReply = (page: StaticPage): StaticPageReply => ({
  ...pageListItem(page),
  document: page.document,
})
