import { z } from 'zod'
import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { readBrand } from './brand-store.ts'
import { fontResponse } from './font.ts'
import { touchIcon } from './icon.ts'

const endpoint = endpointsOf<Person>('site')
const HOUR_S = 3600

/** Files that are not text. */
export const fileEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/fonts/:name',
    right: 'public',
    summary: 'The web font',
    params: z.object({ name: z.string() }),
    handle: ({ params }) => Promise.resolve(fontResponse(params.name)),
  }),
  endpoint({
    method: 'GET',
    path: '/icons/touch.png',
    right: 'public',
    summary: "The brand's icon for phones",
    handle: async () => {
      const png = await touchIcon((await readBrand(p)).value)
      return new Response(new Uint8Array(png), {
        headers: {
          'content-type': 'image/png',
          'cache-control': `public, max-age=${HOUR_S}`,
          'x-content-type-options': 'nosniff',
        },
      })
    },
  }),
]
