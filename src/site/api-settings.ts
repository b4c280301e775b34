import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf } from '../platform/http/endpoint.ts'
import type { Platform } from '../platform/platform.ts'
import { readBrand, readMenus, readModules } from './brand-store.ts'
import { curateFront } from './curate-front.ts'
import { readFront } from './front-store.ts'
import { contrastsOf } from './palette.ts'
import { updateBrand } from './update-brand.ts'
import { updateMenus } from './update-menus.ts'
import { updateModules } from './update-modules.ts'
import {
  Brand,
  BrandReply,
  ContrastReply,
  ContrastRequest,
  Front,
  FrontReply,
  Menus,
  MenusReply,
  Modules,
  ModulesReply,
  Saved,
} from './wire.ts'

const endpoint = endpointsOf<Person>('site')
const studio = { method: 'GET', right: 'studio.open' } as const
const put = { method: 'PUT', reply: Saved, ifMatch: true } as const

export const settingsEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    ...studio,
    path: '/api/v1/brand',
    summary: 'The brand, and the contrast of its colours',
    reply: BrandReply,
    handle: async () => {
      const brand = await readBrand(p)
      return { ...brand, contrast: contrastsOf(brand.value) }
    },
  }),
  endpoint({
    ...put,
    path: '/api/v1/brand',
    right: 'brand.manage',
    summary: 'Change the brand',
    body: Brand,
    handle: async ({ caller, body, revision }) => ({
      revision: await updateBrand(p, caller, revision, body),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/brand/contrast',
    right: 'studio.open',
    summary: 'The contrast of colours before they are saved',
    body: ContrastRequest,
    reply: ContrastReply,
    handle: ({ body }) => Promise.resolve({ contrast: contrastsOf(body) }),
  }),
  endpoint({
    ...studio,
    path: '/api/v1/menus',
    summary: 'The menu, the footer and the small print',
    reply: MenusReply,
    handle: () => readMenus(p),
  }),
  endpoint({
    ...put,
    path: '/api/v1/menus',
    right: 'page.manage',
    summary: 'Change the menu and the footer',
    body: Menus,
    handle: async ({ caller, body, revision }) => ({
      revision: await updateMenus(p, caller, revision, body),
    }),
  }),
  endpoint({
    ...studio,
    path: '/api/v1/modules',
    summary: 'Which modules are on',
    reply: ModulesReply,
    handle: () => readModules(p),
  }),
  endpoint({
    ...put,
    path: '/api/v1/modules',
    right: 'settings.manage',
    summary: 'Turn modules on and off',
    body: Modules,
    handle: async ({ caller, body, revision }) => ({
      revision: await updateModules(p, caller, revision, body),
    }),
  }),
  endpoint({
    ...studio,
    path: '/api/v1/front',
    summary: 'What leads the front page, and its shelves',
    reply: FrontReply,
    handle: () => readFront(p),
  }),
  endpoint({
    ...put,
    path: '/api/v1/front',
    right: 'front.curate',
    summary: 'Choose what leads the front page, and its shelves',
    body: Front,
    handle: async ({ caller, body, revision }) => ({
      revision: await curateFront(p, caller, revision, body),
    }),
  }),
]
