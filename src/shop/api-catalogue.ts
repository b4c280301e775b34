import type { Person } from '../people/public.ts'
import { type Endpoint, endpointsOf, Reply } from '../platform/http/endpoint.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { changeStock } from './change-stock.ts'
import { findCollection, listCollections } from './collection-store.ts'
import { noCollection } from './collection-writing.ts'
import { createCollection } from './create-collection.ts'
import { createProduct } from './create-product.ts'
import { deleteCollection } from './delete-collection.ts'
import { deskCollection, deskProduct, deskProducts } from './desk-json.ts'
import { pauseCollection } from './pause-collection.ts'
import { findProduct, listDeskProducts } from './product-store.ts'
import { noProduct } from './product-writing.ts'
import { publicCollectionJson, publicProductJson } from './public-json.ts'
import { readCollection, readKnownCollections, readOffered, readProduct } from './read-catalogue.ts'
import { listMovements } from './stock-store.ts'
import { leftOf } from './stock.ts'
import { updateCollection } from './update-collection.ts'
import { updateProduct } from './update-product.ts'
import * as wire from './wire-catalogue.ts'

const endpoint = endpointsOf<Person>('shop')

export const catalogueEndpoints = (p: Platform): Endpoint<Person>[] => [
  ...publicEndpoints(p),
  ...productEndpoints(p),
  ...stockEndpoints(p),
  ...collectionEndpoints(p),
]

const readingNow = (p: Platform): RecordedReading => new RecordedReading(p, p.clock.now())

const publicEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/products',
    right: 'public',
    summary: 'What the shop offers now, the newest first',
    query: wire.ProductQuery,
    reply: wire.PublicProductList,
    handle: async ({ query: { limit, after, type } }) => {
      const page = await readOffered(readingNow(p), limit, { after, typeSlug: type })
      return { items: page.items.map(publicProductJson), next: page.next }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/products/:id',
    right: 'public',
    summary: 'One product as readers see it, by id or by slug',
    params: wire.IdOrSlug,
    reply: wire.PublicProductJson,
    handle: async ({ params }) => {
      const view = await readProduct(readingNow(p), params.id)
      if (!view) throw noProduct()
      return publicProductJson(view)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/collections',
    right: 'public',
    summary: 'Collections that are announced, open or over, the last to open first',
    query: wire.ListQuery,
    reply: wire.PublicCollectionList,
    handle: async ({ query: { limit, after } }) => {
      const reading = readingNow(p)
      const page = await readKnownCollections(reading, limit, after)
      const items = []
      for (const view of page.items) items.push(await publicCollectionJson(reading, view))
      return { items, next: page.next }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/collections/:id',
    right: 'public',
    summary: 'One collection as readers see it, by id or by slug; its products are named from its opening on',
    params: wire.IdOrSlug,
    reply: wire.PublicCollectionJson,
    handle: async ({ params }) => {
      const reading = readingNow(p)
      const view = await readCollection(reading, params.id)
      if (!view) throw noCollection()
      return publicCollectionJson(reading, view)
    },
  }),
]

const productEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/products',
    right: 'shop.manage',
    summary: 'Products as the studio sees them, the newest first',
    query: wire.DeskProductQuery,
    reply: wire.DeskProductList,
    handle: async ({ query: { q, status, after, limit } }) => {
      const found = await listDeskProducts(p, { text: q, status, after, limit: limit + 1 })
      const items = await deskProducts(p, found.slice(0, limit), p.clock.now())
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/products/:id',
    right: 'shop.manage',
    summary: 'One product with its variants, stock and collections',
    params: wire.Id,
    reply: wire.DeskProductJson,
    handle: async ({ params }) => {
      const product = await findProduct(p, params.id)
      if (!product) throw noProduct()
      return deskProduct(p, product, p.clock.now())
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/products',
    right: 'shop.manage',
    summary: 'Make a product with its variants',
    body: wire.ProductInput,
    reply: wire.DeskProductJson,
    idempotent: true,
    handle: async ({ caller, body }) =>
      new Reply(await deskProduct(p, await createProduct(p, caller, body), p.clock.now()), 201),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/products/:id',
    right: 'shop.manage',
    summary: 'Change a product and its variants; variants left out are retired',
    params: wire.Id,
    body: wire.ProductInput,
    reply: wire.DeskProductJson,
    ifMatch: true,
    handle: async ({ caller, params, body, revision }) =>
      deskProduct(p, await updateProduct(p, caller, params.id, revision, body), p.clock.now()),
  }),
]

const stockEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'POST',
    path: '/api/v1/variants/:id/movements',
    right: 'shop.manage',
    summary: 'Receive, count or correct the stock of a variant',
    params: wire.Id,
    body: wire.StockChange,
    reply: wire.StockJson,
    idempotent: true,
    handle: async ({ caller, params, body }) => {
      const { onHand, held, revision } = await changeStock(p, caller, params.id, body)
      return { onHand, held, left: leftOf({ onHand, held }), revision }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/variants/:id/movements',
    right: 'shop.manage',
    summary: 'Why the stock of a variant is what it is, the newest movement first',
    params: wire.Id,
    query: wire.MovementQuery,
    reply: wire.MovementList,
    handle: async ({ params, query: { before, limit } }) => {
      const found = await listMovements(p, params.id, limit + 1, before)
      const items = found.slice(0, limit)
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
]

const collectionEndpoints = (p: Platform): Endpoint<Person>[] => [
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/collections',
    right: 'studio.open',
    summary: 'Collections as the studio sees them, the last to open first',
    query: wire.ListQuery,
    reply: wire.DeskCollectionList,
    handle: async ({ query: { after, limit } }) => {
      const behind = after ? ((await findCollection(p, after)) ?? null) : null
      const found = await listCollections(p, limit + 1, behind)
      const items = []
      for (const each of found.slice(0, limit)) items.push(await deskCollection(p, each, p.clock.now()))
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/v1/desk/collections/:id',
    right: 'studio.open',
    summary: 'One collection with its products',
    params: wire.Id,
    reply: wire.DeskCollectionJson,
    handle: async ({ params }) => {
      const collection = await findCollection(p, params.id)
      if (!collection) throw noCollection()
      return deskCollection(p, collection, p.clock.now())
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/collections',
    right: 'shop.manage',
    summary: 'Make a collection that opens and closes by the clock',
    body: wire.CollectionInput,
    reply: wire.DeskCollectionJson,
    idempotent: true,
    handle: async ({ caller, body }) =>
      new Reply(await deskCollection(p, await createCollection(p, caller, body), p.clock.now()), 201),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/v1/collections/:id',
    right: 'shop.manage',
    summary: 'Change a collection, its window and its products',
    params: wire.Id,
    body: wire.CollectionInput,
    reply: wire.DeskCollectionJson,
    ifMatch: true,
    handle: async ({ caller, params, body, revision }) =>
      deskCollection(p, await updateCollection(p, caller, params.id, revision, body), p.clock.now()),
  }),
  endpoint({
    method: 'POST',
    path: '/api/v1/collections/:id/pause',
    right: 'shop.manage',
    summary: 'Stop the sale of a collection everywhere at once, or let it go on',
    params: wire.Id,
    body: wire.CollectionPause,
    reply: wire.DeskCollectionJson,
    handle: async ({ caller, params, body }) =>
      deskCollection(p, await pauseCollection(p, caller, params.id, body.paused), p.clock.now()),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/v1/collections/:id',
    right: 'shop.manage',
    summary: 'Delete a collection that has not opened',
    params: wire.Id,
    handle: async ({ caller, params }) => {
      await deleteCollection(p, caller, params.id)
      return new Reply(undefined, 204)
    },
  }),
]
