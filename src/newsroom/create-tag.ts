import { randomUUID } from 'node:crypto'
import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress } from '../platform/address-store.ts'
import type { Platform } from '../platform/platform.ts'
import { insertTag, type StoredTag } from './tag-store.ts'
import { tagPath, tagTopic, fallbackSlug, slugOf } from './story.ts'
import { tagInputSchema, type TagInput } from './wire.ts'

export const tagSubject = (id: string): string => `tag:${id}`

export async function createTag(p: Platform, person: Person, input: TagInput): Promise<StoredTag> {
  requireRight(person, 'tag.manage')
  const content = tagInputSchema.parse(input)
  const slug = content.slug || slugOf(content.name, fallbackSlug('tag', randomUUID()))
  return p.write(async (w) => {
    const tag = await insertTag(w, { ...content, slug })
    await claimAddress(w, tagPath(slug), tagSubject(tag.id))
    w.touch('tags', tagTopic(slug), 'desk:tags')
    await audit(w, person, 'tag.create', tagSubject(tag.id))
    return tag
  })
}
