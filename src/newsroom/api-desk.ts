import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { createStory } from './create-story.ts'
import { deleteDraft } from './delete-draft.ts'
import { getRevision, getRevisions, getStory } from './get-story.ts'
import { instantOfWhen } from './instant-of-when.ts'
import { listDesk } from './list-desk.ts'
import { listNotices } from './list-notices.ts'
import { publishStory } from './publish-story.ts'
import { rescheduleStory } from './reschedule-story.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveStory } from './save-story.ts'
import { unpublishStory } from './unpublish-story.ts'
import {
  noticeListSchema,
  publishRequestSchema,
  rescheduleRequestSchema,
  restoreRequestSchema,
  revisionListSchema,
  revisionSchema,
  storyCreateSchema,
  storyInputSchema,
  storyListQuerySchema,
  storyListSchema,
  storySchema,
} from './wire.ts'

const params = z.object({ id: z.uuid() })
const REVISIONS = 50
/** A document of the greatest size, and what stands around it. */
const MAX_BYTES = 2_200_000

/** The doors of the newsroom's desk to stories. */
export function storyDeskEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/stories',
      right: 'story.write',
      summary: 'Stories of every state, with search and filters',
      query: storyListQuerySchema,
      reply: storyListSchema,
      handle: ({ caller, query }) => listDesk(p, caller, query),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/stories',
      right: 'story.write',
      summary: 'Begin a story',
      body: storyCreateSchema,
      reply: storySchema,
      idempotent: true,
      maxBytes: MAX_BYTES,
      handle: async ({ caller, body }) => new Reply(await createStory(p, caller, body), 201),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/stories/:id',
      right: 'story.write',
      summary: 'A story: the working version, and what is public of it',
      params,
      reply: storySchema,
      handle: ({ caller, params: { id } }) => getStory(p, caller, id),
    }),
    endpoint({
      method: 'PUT',
      path: '/api/v1/desk/stories/:id',
      right: 'story.write',
      summary: 'Save the working version',
      params,
      body: storyInputSchema,
      reply: storySchema,
      ifMatch: true,
      maxBytes: MAX_BYTES,
      handle: ({ caller, params: { id }, revision, body }) => saveStory(p, caller, id, revision, body),
    }),
    endpoint({
      method: 'DELETE',
      path: '/api/v1/desk/stories/:id',
      right: 'story.write',
      summary: 'Delete a story that readers never saw',
      params,
      ifMatch: true,
      handle: ({ caller, params: { id }, revision }) => deleteDraft(p, caller, id, revision),
    }),
    ...publishingEndpoints(p),
    ...revisionEndpoints(p),
  ]
}

function publishingEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/stories/:id/notices',
      right: 'story.write',
      summary:
        'What an editor should know before it is published, such as quotes that the transcript no longer has',
      params,
      reply: noticeListSchema,
      handle: ({ caller, params: { id } }) => listNotices(p, caller, id),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/stories/:id/publish',
      right: 'story.publish',
      summary: 'Publish now, schedule, or publish a change, with or without a public correction',
      params,
      body: publishRequestSchema,
      reply: storySchema,
      ifMatch: true,
      idempotent: true,
      handle: ({ caller, params: { id }, revision, body }) =>
        publishStory(p, caller, id, {
          revision,
          at: body.when && instantOfWhen(body.when),
          correction: body.correction || undefined,
        }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/stories/:id/unpublish',
      right: 'story.publish',
      summary: 'Take a story from the public; also undoes a publication and a schedule',
      params,
      reply: storySchema,
      idempotent: true,
      handle: ({ caller, params: { id } }) => unpublishStory(p, caller, id),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/stories/:id/reschedule',
      right: 'story.publish',
      summary: 'Move a scheduled story to another time',
      params,
      body: rescheduleRequestSchema,
      reply: storySchema,
      ifMatch: true,
      handle: ({ caller, params: { id }, revision, body }) =>
        rescheduleStory(p, caller, id, revision, instantOfWhen(body.when)),
    }),
  ]
}

function revisionEndpoints(p: Platform): Endpoint<Person>[] {
  const endpoint = endpointsOf<Person>('newsroom')
  return [
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/stories/:id/revisions',
      right: 'story.write',
      summary: 'Every save of a story, the newest first',
      params,
      query: z.object({ after: z.coerce.number().int().min(1).max(2_000_000_000).optional() }),
      reply: revisionListSchema,
      handle: ({ caller, params: { id }, query }) =>
        getRevisions(p, caller, id, { below: query.after ?? null, limit: REVISIONS }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/v1/desk/stories/:id/revisions/:revision',
      right: 'story.write',
      summary: 'A story as it was saved then',
      params: params.extend({ revision: z.coerce.number().int().min(1).max(2_000_000_000) }),
      reply: revisionSchema,
      // Its number is that of an old save, so it must not be sent as the ETag of the story.
      handle: async ({ caller, params: { id, revision } }) =>
        new Reply(await getRevision(p, caller, id, revision)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/v1/desk/stories/:id/restore',
      right: 'story.write',
      summary: 'Make an earlier save the working version again',
      params,
      body: restoreRequestSchema,
      reply: storySchema,
      ifMatch: true,
      handle: ({ caller, params: { id }, revision, body }) => {
        if (body.revision >= revision)
          throw new Refusal('unprocessable', 'That is the revision which is there. Choose an earlier one.')
        return restoreRevision(p, caller, id, revision, body.revision)
      },
    }),
  ]
}
