import type { FindUses } from '../footage/public.ts'
import { readClipUses, readPictureUses } from './picture-use-store.ts'

const PATHS = { story: (id: string) => `/studio/stories/${id}`, author: () => '/studio/authors' }

export const findPictureUsesInStories: FindUses = async (source, pictureId) =>
  (await readPictureUses(source, pictureId)).map(({ kind, id, title }) => ({
    title: title || 'A story without headline',
    path: PATHS[kind](id),
  }))

export const findClipUsesInStories: FindUses = async (source, clipId) =>
  (await readClipUses(source, clipId)).map(({ id, title }) => ({
    title: title || 'A story without headline',
    path: PATHS.story(id),
  }))
