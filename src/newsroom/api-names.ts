import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { listAuthors, type StoredAuthor } from './author-store.ts'
import { createAuthor } from './create-author.ts'
import { createTag } from './create-tag.ts'
import { authorPath, tagPath } from './story.ts'
import { listTags, type StoredTag } from './tag-store.ts'
import { updateAuthor } from './update-author.ts'
import { updateTag } from './update-tag.ts'
import {
  type Author,
  authorInputSchema,
  authorListSchema,
  authorSchema,
  publicAuthorListSchema,
  type Tag,
  tagInputSchema,
  tagListSchema,
  tagSchema,
} from './wire.ts'

const params = z.object({ id: z.uuid() })
const toAuthor = (author: StoredAuthor): Author => ({ ...author, path: authorPath(author.slug) })
const toTag = (tag: StoredTag): Tag => ({ ...tag, path: tagPath(tag.slug) })

export function authorEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/authors',
      right: 'public',
      summary: 'Who writes here',
      reply: publicAuthorListSchema,
      handle: async () => ({
        items: (await listAuthors(p)).map(({ slug, name, roleTitle, bio }) => ({
          slug,
          path: authorPath(slug),
          name,
          roleTitle,
          bio,
        })),
        next: null,
      }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/authors',
      right: 'story.write',
      summary: 'Authors, as the desk sees them',
      reply: authorListSchema,
      handle: async () => ({ items: (await listAuthors(p)).map(toAuthor), next: null }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/authors',
      right: 'author.manage',
      summary: 'Add an author',
      body: authorInputSchema,
      reply: authorSchema,
      idempotent: true,
      handle: async ({ caller, body }) => new Reply(toAuthor(await createAuthor(p, caller, body)), 201),
    }),
    endpoint({
      method: 'PUT',
      path: '/api/v1/desk/authors/:id',
      right: 'author.manage',
      summary: 'Change an author',
      params,
      body: authorInputSchema,
      reply: authorSchema,
      ifMatch: true,
      handle: async ({ caller, params: { id }, revision, body }) =>
        toAuthor(await updateAuthor(p, caller, id, revision, body)),
    }),
  ]
}

export function tagEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  const list = async () => ({ items: (await listTags(p)).map(toTag), next: null })
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/tags',
      right: 'public',
      summary: 'What stories are filed under',
      reply: tagListSchema,
      handle: list,
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/tags',
      right: 'story.write',
      summary: 'Tags, with their revisions',
      reply: tagListSchema,
      handle: list,
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/tags',
      right: 'tag.manage',
      summary: 'Add a tag',
      body: tagInputSchema,
      reply: tagSchema,
      idempotent: true,
      handle: async ({ caller, body }) => new Reply(toTag(await createTag(p, caller, body)), 201),
    }),
    endpoint({
      method: 'PUT',
      path: '/api/v1/desk/tags/:id',
      right: 'tag.manage',
      summary: 'Change a tag',
      params,
      body: tagInputSchema,
      reply: tagSchema,
      ifMatch: true,
      handle: async ({ caller, params: { id }, revision, body }) =>
        toTag(await updateTag(p, caller, id, revision, body)),
    }),
  ]
}
