import type { FindUses } from '../footage/public.ts'
import { readPictureUses } from './picture-use-store.ts'

const PATHS = { story: (id: string) => `/studio/stories/${id}`, author: () => '/studio/authors' }

export const findPictureUsesInStories: FindUses = async (source, pictureId) =>
  (await readPictureUses(source, pictureId)).map(({ kind, id, title }) => ({
    title: title || 'A story without headline',
    path: PATHS[kind](id),
  }))
