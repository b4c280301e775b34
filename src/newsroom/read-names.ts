import { findPictures, type PictureRef } from '../footage/public.ts'
import { addressTopic, resolveAddress } from '../platform/address-store.ts'
import type { Reading } from '../platform/live/reading.ts'
import { findAuthorBySlug, type StoredAuthor } from './author-store.ts'
import { authorPath, tagPath } from './story.ts'
import { findTagBySlug, type StoredTag } from './tag-store.ts'

export async function findPublicTag(reading: Reading, slug: string): Promise<StoredTag | null> {
  reading.topic(addressTopic(tagPath(slug)), 'tags')
  return findTagBySlug(reading, slug)
}

/** The slug that a tag has by now, for whoever knows it by an earlier one. */
export async function presentTagSlug(reading: Reading, slug: string): Promise<string> {
  reading.topic(addressTopic(tagPath(slug)))
  const address = await resolveAddress(reading, tagPath(slug))
  return address.state === 'redirect' ? address.to.slice(tagPath('').length) : slug
}

export type PublicAuthor = Omit<StoredAuthor, 'portrait'> & { portrait: PictureRef | null }

export async function findPublicAuthor(reading: Reading, slug: string): Promise<PublicAuthor | null> {
  reading.topic(addressTopic(authorPath(slug)), 'authors')
  const author = await findAuthorBySlug(reading, slug)
  if (!author) return null
  const pictures = await findPictures(reading, [author.portrait])
  return { ...author, portrait: (author.portrait && pictures.get(author.portrait)) || null }
}
