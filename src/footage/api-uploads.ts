import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { UploadDoor } from './upload-door.ts'

const endpoint = endpointsOf<Person>('footage')
const idSchema = z.object({ id: z.uuid() })

/** The doors of tus; bodies are streams, as long as the upload is. */
export function uploadEndpoints(p: Platform): Endpoint<Person>[] {
  const door = new UploadDoor(p)
  const common = { right: 'footage.manage', bodyType: 'raw' } as const
  return [
    endpoint({
      ...common,
      method: 'POST',
      path: '/api/v1/uploads',
      summary: 'Begin to upload footage (tus 1.0): Upload-Length, and filename in Upload-Metadata',
      handle: ({ caller, request }) => door.begin(caller, request),
    }),
    endpoint({
      ...common,
      method: 'PATCH',
      path: '/api/v1/uploads/:id',
      summary: 'Go on with an upload (tus 1.0) from Upload-Offset',
      params: idSchema,
      handle: ({ caller, params, request }) => door.goOn(caller, params.id, request),
    }),
    endpoint({
      ...common,
      method: 'GET',
      path: '/api/v1/uploads/:id',
      summary: 'How far an upload is (tus 1.0), by HEAD',
      params: idSchema,
      handle: ({ caller, params, request }) => door.tellOffset(caller, params.id, request),
    }),
    endpoint({
      ...common,
      method: 'DELETE',
      path: '/api/v1/uploads/:id',
      summary: 'Give an upload up (tus 1.0)',
      params: idSchema,
      handle: ({ caller, params }) => door.giveUp(caller, params.id),
    }),
  ]
}
