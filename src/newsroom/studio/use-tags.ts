import { useList } from '../../kit/read.ts'
import type { Author, Tag } from '../wire.ts'

export const useTags = () => useList<Tag>('/api/v1/desk/tags', ['desk:tags', 'tag:*'])
export const useAuthors = () => useList<Author>('/api/v1/desk/authors', ['desk:authors', 'author:*'])
