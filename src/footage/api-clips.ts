import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { cancelClip } from './cancel-clip.ts'
import { deleteClip } from './delete-clip.ts'
import { listClips, showClip, showClipTranscript } from './list-clips.ts'
import { markClip } from './mark-clip.ts'
import type { FindUses } from './remove-picture.ts'
import { retryClip } from './retry-clip.ts'
import { updateClip } from './update-clip.ts'
import {
  clipChangesSchema,
  clipListQuerySchema,
  clipListSchema,
  clipSchema,
  clipTranscriptSchema,
  newClipSchema,
} from './wire.ts'

const endpoint = endpointsOf<Person>('footage')
const params = z.object({ id: z.uuid() })

export const clipEndpoints = (p: Platform, findUses: FindUses): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/clips',
    right: 'studio.open',
    summary: 'Clips, newest first; q searches their titles, master takes those of one piece of footage',
    query: clipListQuerySchema,
    reply: clipListSchema,
    handle: ({ caller, query }) => listClips(p, caller, query),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/clips',
    right: 'footage.manage',
    summary: 'Mark a part of footage as a clip',
    idempotent: true,
    body: newClipSchema,
    reply: clipSchema,
    handle: async ({ caller, body }) => new Reply(await markClip(p, caller, body), 201),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/clips/:id',
    right: 'studio.open',
    summary: 'One clip',
    params,
    reply: clipSchema,
    handle: ({ caller, params: { id } }) => showClip(p, caller, id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/clips/:id/transcript',
    right: 'studio.open',
    summary: 'What is said in the clip, in its own time',
    params,
    reply: clipTranscriptSchema,
    handle: ({ caller, params: { id } }) => showClipTranscript(p, caller, id),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/clips/:id',
    right: 'footage.manage',
    summary: 'Change words, warning, span or poster of a clip',
    ifMatch: true,
    params,
    body: clipChangesSchema,
    reply: clipSchema,
    handle: ({ caller, params: { id }, revision, body }) => updateClip(p, caller, id, revision, body),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/clips/:id/cancel',
    right: 'footage.manage',
    summary: 'Stop the cutting of a clip',
    params,
    reply: clipSchema,
    handle: ({ caller, params: { id } }) => cancelClip(p, caller, id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/clips/:id/retry',
    right: 'footage.manage',
    summary: 'Cut a clip again that failed or was cancelled',
    params,
    reply: clipSchema,
    handle: ({ caller, params: { id } }) => retryClip(p, caller, id),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/clips/:id',
    right: 'footage.manage',
    summary: 'Delete a clip that nothing shows',
    ifMatch: true,
    params,
    handle: ({ caller, params: { id }, revision }) => deleteClip(p, caller, id, revision, findUses),
  }),
]
