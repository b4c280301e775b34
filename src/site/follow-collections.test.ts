import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { SYSTEM } from '../people/public.ts'
import { wallOf } from '../platform/wall-clock.ts'
import {
  createCollection,
  createProduct,
  pauseCollection,
  shopModule,
  updateCollection,
} from '../shop/public.ts'
import { createPromo } from './create-promo.ts'
import { deletePromo } from './delete-promo.ts'
import { getPromo } from './list-promos.ts'
import { siteModule } from './site-module.ts'
import type { PromoInput } from './wire.ts'

const ZONE = 'America/New_York'
let site: TestSite
beforeAll(async () => {
  site = await testSite((p, personal) => [siteModule(p), shopModule(p, personal)])
})
afterAll(() => site.close())

const wall = (seconds: number): string =>
  wallOf(new Date(site.p.clock.now().getTime() + seconds * 1000), ZONE)

const following = (collectionId: string): PromoInput => ({
  title: 'Of its own',
  text: 'of its own',
  action: { label: 'Of its own', url: '/of-its-own' },
  zone: ZONE,
  from: wall(-900_000),
  until: wall(-800_000),
  collectionId,
})

let drawn = 0

async function aCollection(opensIn: number, announced = true) {
  const { p } = site
  const products = []
  for (const type of ['T-Shirts', 'Hoodies', 'T-Shirts', 'Flags'])
    products.push(
      (
        await createProduct(p, SYSTEM, {
          title: `Thing ${++drawn}`,
          type,
          status: 'for-sale',
          variants: [{ sku: `THING-${drawn}`, choice: [], priceMinor: 100 }],
        })
      ).id,
    )
  const input = { title: `Drop ${++drawn}`, zone: ZONE, from: wall(opensIn), announced, products }
  return { input, made: await createCollection(p, SYSTEM, input) }
}

const band = async (): Promise<string> => (await site.region('promos')) ?? ''

test('a promo that follows a collection says its name, its product types and where it is, whatever was written in it', async () => {
  const { made } = await aCollection(-60)
  const { id } = await createPromo(site.p, SYSTEM, following(made.id))
  const html = await band()
  expect(html).toContain(`<b>${made.title}</b>`)
  expect(html).toContain('T-Shirts, Hoodies, Flags')
  expect(html).toContain(`<a href="/collections/${made.slug}">Shop now</a>`)
  expect(html.toLowerCase()).not.toContain('of its own')
  expect(await getPromo(site.p, SYSTEM, id)).toMatchObject({
    title: made.title,
    state: 'showing',
    collectionId: made.id,
  })
  await pauseCollection(site.p, SYSTEM, made.id, true)
  expect(await band()).toBe('')
  await pauseCollection(site.p, SYSTEM, made.id, false)
  expect(await band()).toContain(made.title)
  await deletePromo(site.p, SYSTEM, id)
})

test('before an announced collection opens it says when, and nothing of what is in it; the page turns to it by itself', async () => {
  const { made, input } = await aCollection(600)
  const { id } = await createPromo(site.p, SYSTEM, following(made.id))
  const html = await band()
  expect(html).toMatch(/>Opens \d+:\d\d [AP]M/)
  expect(html).toContain(`data-until="${made.opensAt.getTime()}"`)
  expect(html).toMatch(new RegExp(`data-from="${made.opensAt.getTime()}" hidden[^>]*>.*Shop now`))
  expect(html).not.toContain('Hoodies')
  const later = await updateCollection(site.p, SYSTEM, made.id, made.revision, { ...input, from: wall(1200) })
  expect(await band()).toContain(`data-until="${later.opensAt.getTime()}"`)
  await updateCollection(site.p, SYSTEM, made.id, later.revision, { ...input, from: wall(-1) })
  expect(await band()).toContain('Hoodies')
  await deletePromo(site.p, SYSTEM, id)
})

test('of a collection that is not announced the band knows nothing before it opens', async () => {
  const { made } = await aCollection(600, false)
  const { id } = await createPromo(site.p, SYSTEM, following(made.id))
  expect(await band()).toBe('')
  expect(await getPromo(site.p, SYSTEM, id)).toMatchObject({ title: made.title, state: 'coming' })
  await deletePromo(site.p, SYSTEM, id)
})

test('a promo cannot follow what is not there', async () => {
  await expect(createPromo(site.p, SYSTEM, following(crypto.randomUUID()))).rejects.toMatchObject({
    kind: 'unprocessable',
  })
})
