import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { addPicture } from './add-picture.ts'
import { addPictureByAddress } from './add-picture-by-address.ts'
import { listPictures, showPicture } from './list-pictures.ts'
import { lookUpEmbed } from './look-up-embed.ts'
import { PICTURE_LIMITS, toDto } from './picture.ts'
import { type FindUses, removePicture } from './remove-picture.ts'
import { updatePicture } from './update-picture.ts'
import {
  embedQuerySchema,
  embedSchema,
  pictureByAddressSchema,
  pictureChangesSchema,
  pictureListQuerySchema,
  pictureListSchema,
  pictureSchema,
  pictureUploadQuerySchema,
} from './wire.ts'

const endpoint = endpointsOf<Person>('footage')
const idSchema = z.object({ id: z.uuid() })

export const pictureEndpoints = (p: Platform, findUses: FindUses): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/pictures',
    right: 'studio.open',
    summary: 'The picture library, newest first; q searches alt texts, captions and credits',
    query: pictureListQuerySchema,
    reply: pictureListSchema,
    handle: ({ caller, query }) => listPictures(p, caller, query),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/pictures',
    right: 'picture.add',
    summary: 'Add a picture: the body is the file (JPEG, PNG, WebP, AVIF, GIF). 200 if it was there already',
    bodyType: 'raw',
    maxBytes: PICTURE_LIMITS.bytes,
    query: pictureUploadQuerySchema,
    reply: pictureSchema,
    handle: async ({ caller, query, request }) => {
      const { alt, credit } = query
      const { picture, added } = await addPicture(p, caller, {
        bytes: request.body ?? new Uint8Array(),
        alt,
        credit,
      })
      return new Reply(toDto(picture), added ? 201 : 200)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/pictures/by-address',
    right: 'picture.add',
    summary: 'Add a picture from a public address',
    body: pictureByAddressSchema,
    reply: pictureSchema,
    handle: async ({ caller, body }) => {
      const { picture, added } = await addPictureByAddress(p, caller, body)
      return new Reply(toDto(picture), added ? 201 : 200)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/embeds/look-up',
    right: 'story.write',
    summary: 'Which video of YouTube or Vimeo an address names, with its title',
    query: embedQuerySchema,
    reply: embedSchema,
    handle: ({ caller, query }) => lookUpEmbed(p, caller, query.url),
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/pictures/:id',
    right: 'studio.open',
    summary: 'One picture',
    params: idSchema,
    reply: pictureSchema,
    handle: async ({ caller, params }) => toDto(await showPicture(p, caller, params.id)),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/v1/pictures/:id',
    right: 'picture.add',
    summary: 'Change alt text, caption, credit, rights or focal point',
    ifMatch: true,
    params: idSchema,
    body: pictureChangesSchema,
    reply: pictureSchema,
    handle: async ({ caller, params, revision, body }) =>
      toDto(await updatePicture(p, caller, params.id, revision, body)),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/pictures/:id',
    right: 'picture.add',
    summary: 'Remove a picture that nothing uses',
    ifMatch: true,
    params: idSchema,
    handle: ({ caller, params, revision }) => removePicture(p, caller, params.id, revision, findUses),
  }),
]
