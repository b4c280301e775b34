import { randomUUID } from 'node:crypto'
import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { insertAuthor, type StoredAuthor } from './author-store.ts'
import { authorPath, authorTopic, fallbackSlug, slugOf } from './story.ts'
import { authorInputSchema, type AuthorInput } from './wire.ts'

export const authorSubject = (id: string): string => `author:${id}`

export async function createAuthor(p: Platform, person: Person, input: AuthorInput): Promise<StoredAuthor> {
  requireRight(person, 'author.manage')
  const content = authorInputSchema.parse(input)
  const slug = content.slug || slugOf(content.name, fallbackSlug('author', randomUUID()))
  return p.write(async (w) => {
    const author = await insertAuthor(w, { ...content, slug })
    await claimAddress(w, authorPath(slug), authorSubject(author.id))
    w.touch('authors', authorTopic(slug), 'desk:authors')
    await audit(w, person, 'author.create', authorSubject(author.id))
    return author
  })
}
