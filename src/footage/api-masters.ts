import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { cancelProcessing } from './cancel-processing.ts'
import { deleteMaster } from './delete-master.ts'
import { editTranscript } from './edit-transcript.ts'
import { importTranscript } from './import-transcript.ts'
import { listMasters, showMaster } from './list-masters.ts'
import { openMaster, openPreview } from './open-master.ts'
import { removeTranscript } from './remove-transcript.ts'
import { retryProcessing } from './retry-processing.ts'
import { showTranscript } from './show-transcript.ts'
import { updateMaster } from './update-master.ts'
import {
  masterChangesSchema,
  masterListQuerySchema,
  masterListSchema,
  masterSchema,
  transcriptEditSchema,
  transcriptImportSchema,
  transcriptSchema,
} from './wire.ts'

const endpoint = endpointsOf<Person>('footage')
const params = z.object({ id: z.uuid() })
const right = 'footage.manage'

export const masterEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/masters',
    right,
    summary: 'The footage as it came, newest first; q searches its names',
    query: masterListQuerySchema,
    reply: masterListSchema,
    handle: ({ caller, query }) => listMasters(p, caller, query),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/masters/:id',
    right,
    summary: 'One piece of footage',
    params,
    reply: masterSchema,
    handle: ({ caller, params: { id } }) => showMaster(p, caller, id),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/masters/:id',
    right,
    summary: 'Change its name, and what is told of where it came from',
    ifMatch: true,
    params,
    body: masterChangesSchema,
    reply: masterSchema,
    handle: ({ caller, params: { id }, revision, body }) => updateMaster(p, caller, id, revision, body),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/masters/:id/cancel',
    right,
    summary: 'Stop the processing',
    params,
    reply: masterSchema,
    handle: ({ caller, params: { id } }) => cancelProcessing(p, caller, id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/masters/:id/retry',
    right,
    summary: 'Process footage again that failed or was cancelled',
    params,
    reply: masterSchema,
    handle: ({ caller, params: { id } }) => retryProcessing(p, caller, id),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/masters/:id',
    right,
    summary: 'Delete footage that no clip is cut from',
    params,
    handle: ({ caller, params: { id } }) => deleteMaster(p, caller, id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/masters/:id/preview',
    right,
    summary: 'The footage in a form that every browser plays, in parts where asked for one',
    params,
    handle: ({ caller, params: { id }, request }) => openPreview(p, caller, id, request),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/masters/:id/original',
    right,
    summary: 'The untouched file, in parts where asked for one',
    params,
    handle: ({ caller, params: { id }, request }) => openMaster(p, caller, id, request),
  }),
  ...transcriptEndpoints(p),
]

const transcriptEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/masters/:id/transcript',
    right,
    summary: 'What is said in the footage',
    params,
    reply: transcriptSchema,
    handle: ({ caller, params: { id } }) => showTranscript(p, caller, id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/masters/:id/transcript',
    right,
    summary: 'Import a transcript: the text of an SRT or WebVTT file',
    params,
    body: transcriptImportSchema,
    reply: transcriptSchema,
    handle: ({ caller, params: { id }, body }) => importTranscript(p, caller, id, body),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/masters/:id/transcript',
    right,
    summary: 'Change words, speakers and times of a transcript',
    ifMatch: true,
    params,
    body: transcriptEditSchema,
    reply: transcriptSchema,
    maxBytes: 8_000_000,
    handle: ({ caller, params: { id }, revision, body }) => editTranscript(p, caller, id, revision, body),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/masters/:id/transcript',
    right,
    summary: 'Take the transcript away, and the captions with it',
    params,
    handle: ({ caller, params: { id } }) => removeTranscript(p, caller, id),
  }),
]
