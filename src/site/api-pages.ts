import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { createPage } from './create-page.ts'
import { deletePage } from './delete-page.ts'
import { findStaticPage, listStaticPages } from './static-page-store.ts'
import { noPage, pageListItem, pageReply } from './static-page-writing.ts'
import { updatePage } from './update-page.ts'
import { IdParams, StaticPageInput, StaticPageList, StaticPageReply } from './wire.ts'

const endpoint = endpointsOf<Person>('site')
const ONE = '/api/v1/pages/:id'

export const pageEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/pages',
    right: 'studio.open',
    summary: 'The static pages',
    reply: StaticPageList,
    handle: async () => {
      const pages = await listStaticPages(p)
      return { items: pages.map(pageListItem), next: null }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/pages',
    right: 'page.manage',
    summary: 'Make a static page',
    body: StaticPageInput,
    reply: StaticPageReply,
    idempotent: true,
    handle: async ({ caller, body }) => new Reply(pageReply(await createPage(p, caller, body)), 201),
  }),
  endpoint({
    method: 'GET',
    path: ONE,
    right: 'studio.open',
    summary: 'One static page',
    params: IdParams,
    reply: StaticPageReply,
    handle: async ({ params }) => {
      const page = await findStaticPage(p, params.id)
      if (!page) throw noPage()
      return pageReply(page)
    },
  }),
  endpoint({
    method: 'PUT',
    path: ONE,
    right: 'page.manage',
    summary: 'Change a static page',
    params: IdParams,
    body: StaticPageInput,
    reply: StaticPageReply,
    ifMatch: true,
    handle: async ({ caller, params, body, revision }) =>
      pageReply(await updatePage(p, caller, params.id, revision, body)),
  }),
  endpoint({
    method: 'DELETE',
    path: ONE,
    right: 'page.manage',
    summary: 'Delete a static page',
    params: IdParams,
    handle: ({ caller, params }) => deletePage(p, caller, params.id),
  }),
]
