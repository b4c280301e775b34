import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { toDto } from './picture.ts'
import { listPictureRows, type Picture, readPicture } from './picture-store.ts'
import type { PictureList } from './wire.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface ListPictures {
  q?: string | undefined
  after?: string | undefined
  limit: number
}

/** The library, newest first. */
export async function listPictures(p: Platform, person: Person, input: ListPictures): Promise<PictureList> {
  requireRight(person, 'studio.open')
  const { after, limit } = input
  if (after !== undefined && !UUID.test(after))
    throw new Refusal('invalid', 'after must be the "next" of an earlier answer.')
  const rows = await listPictureRows(p, { text: input.q ?? '', before: after ?? null, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items: items.map(toDto), next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export async function showPicture(p: Platform, person: Person, id: string): Promise<Picture> {
  requireRight(person, 'studio.open')
  const picture = await readPicture(p, id)
  if (!picture) throw new Refusal('not-found', 'This picture is not there (any more).')
  return picture
}
