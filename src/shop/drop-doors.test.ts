import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StreamReader } from '../../test/support/stream-reader.ts'
import { wholeHouse, type WholeHouse } from '../../test/support/whole-house.ts'
import { findBuyable } from './buyable.ts'
import type { Collection } from './collection.ts'
import { pauseCollection } from './pause-collection.ts'
import type { Product } from './product.ts'
import { aDrop, aShirt, keeper } from './test-catalogue.ts'

let house: WholeHouse
beforeAll(async () => {
  house = await wholeHouse()
})
afterAll(() => house.close())

/** Words that stand nowhere but in what is secret. */
const SECRETS = ['Xylograph', 'Zeppelin', 'ZEP-', 'Quillwort']

const secretProduct = (n: number): Promise<Product> =>
  aShirt(house.p, 3, {
    title: `Xylograph Jersey ${n}`,
    type: 'Zeppelins',
    description: 'Quillwort on the back.',
    variants: ['S', 'M', 'L'].map((size) => ({ sku: `ZEP-${n}-${size}`, choice: [size], priceMinor: 4400 })),
  })

const pagesOf = (drop: Collection, product: Product): string[] => [
  '/',
  '/shop',
  `/collections/${drop.slug}`,
  `/collections/${drop.slug}?type=zeppelins`,
  `/products/${product.slug}`,
  '/search?q=Xylograph',
  '/sitemaps/shop.xml',
  '/sitemap.xml',
  '/rss.xml',
  '/api/v1/products?limit=100',
  '/api/v1/products?type=zeppelins',
  `/api/v1/products/${product.slug}`,
  `/api/v1/products/${product.id}`,
  '/api/v1/collections?limit=100',
  `/api/v1/collections/${drop.slug}`,
]

const regionsOf = (drop: Collection, { id }: Product): string[] => [
  ...['card', 'tile', 'head', 'buy', 'pictures', 'about'].map((name) => `product:${id}/${name}`),
  ...['head', 'products', 'card'].map((name) => `collection:${drop.id}/${name}`),
  `collection:${drop.id}~zeppelins~m/products`,
  'shop/open',
  'shop/products',
  'shop/now',
  'promos',
]

const watch = (drop: Collection, product: Product): Promise<StreamReader> =>
  StreamReader.open(
    house.origin,
    new URLSearchParams({
      regions: regionsOf(drop, product)
        .map((key) => `${key}~nothing`)
        .join(','),
    }).toString(),
  )

const shownBy = ({ shows }: StreamReader): string => [...shows.values()].join('\n')

/** What any door says of it now, but for what the request itself said: what was searched for, or asked about. */
async function everyDoor(drop: Collection, product: Product): Promise<string> {
  const answers = await Promise.all(pagesOf(drop, product).map((path) => house.get(path)))
  return answers
    .map(({ text, status, headers }) => `${status} ${JSON.stringify(headers)} ${text}`)
    .join('\n')
    .replaceAll(/“Xylograph”|value="Xylograph"/g, '')
    .replaceAll(`/products/${product.slug}`, '')
}

const leaks = (said: string): string[] => SECRETS.filter((word) => said.includes(word))

describe('before a drop opens', () => {
  it.each([true, false])('no door shows anything of its products (announced: %s)', async (announced) => {
    const product = await secretProduct(announced ? 1 : 2)
    const drop = await aDrop(house.p, 3600, [product], { announced, title: `Gala ${announced}` })
    const said = await everyDoor(drop, product)
    expect(leaks(said)).toEqual([])
    expect(said).not.toContain(product.id)
    expect(said.includes(`Gala ${announced}`)).toBe(announced)
    const stream = await watch(drop, product)
    await stream.until(({ heard }) => heard.some(({ name }) => name === 'hello'))
    await stream.until(({ shows }) => shows.size >= regionsOf(drop, product).length - 1)
    expect(leaks(shownBy(stream))).toEqual([])
    stream.close()
    for (const { id } of product.variants)
      await expect(findBuyable(house.p, id, house.p.clock.now())).rejects.toMatchObject({
        kind: 'not-found',
      })
  })

  it('an announced one has a page with its name and its time, and an unannounced one has none', async () => {
    const product = await secretProduct(3)
    const [told, untold] = [
      await aDrop(house.p, 3600, [product], { title: 'Told' }),
      await aDrop(house.p, 3600, [product], { title: 'Untold', announced: false }),
    ]
    const page = await house.get(`/collections/${told.slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`data-countdown="${told.opensAt.getTime()}"`)
    expect((await house.get(`/collections/${untold.slug}`)).status).toBe(404)
  })
})

describe('on the second', () => {
  it('it opens on open pages and at every door, never a moment earlier, and closes again', async () => {
    const product = await secretProduct(4)
    const drop = await aDrop(house.p, 4, [product], { title: 'On the second', closesIn: 8 })
    const stream = await watch(drop, product)
    await stream.until(({ shows }) => shows.has(`collection:${drop.id}/head`))
    // Pages held from before must not outlive the instant either.
    await everyDoor(drop, product)
    const seen: string[] = []
    while (house.p.clock.now() < drop.opensAt) {
      const said = await house.get(`/products/${product.slug}`)
      if (said.status === 200) seen.push(house.p.clock.now().toISOString())
      if (house.p.clock.now() < drop.opensAt) expect(leaks(shownBy(stream))).toEqual([])
    }
    expect(seen.every((at) => at >= drop.opensAt.toISOString())).toBe(true)
    expect((await house.get(`/products/${product.slug}`)).status).toBe(200)
    await findBuyable(house.p, product.variants[0]?.id ?? '', house.p.clock.now())
    await stream.until(
      ({ shows }) => shows.get(`product:${product.id}/buy`)?.includes('Add to cart') ?? false,
      1500,
    )
    expect(house.p.clock.now().getTime() - drop.opensAt.getTime()).toBeLessThan(1500)
    await stream.until(
      ({ shows }) => shows.get(`collection:${drop.id}/products`)?.includes(product.id) ?? false,
    )
    expect((await house.get('/sitemaps/shop.xml')).text).toContain(`/products/${product.slug}`)
    expect((await house.get('/search?q=Xylograph')).text).toContain(`/products/${product.slug}`)
    await stream.until(
      ({ shows }) => shows.get(`product:${product.id}/buy`)?.includes('Not for sale any more') ?? false,
      8000,
    )
    await expect(
      findBuyable(house.p, product.variants[0]?.id ?? '', house.p.clock.now()),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const archive = await house.get(`/collections/${drop.slug}`)
    expect(archive.text).toContain('Closed')
    expect(archive.text).toContain(product.title)
  })
})

describe('one button', () => {
  it('pauses a drop everywhere, and lets it go on', async () => {
    const product = await secretProduct(5)
    const drop = await aDrop(house.p, -60, [product], { title: 'Paused' })
    const stream = await watch(drop, product)
    await stream.until(
      ({ shows }) => shows.get(`product:${product.id}/card`)?.includes('Buy — 9 left') ?? false,
    )
    await pauseCollection(house.p, keeper, drop.id, true)
    for (const name of ['card', 'tile', 'buy'])
      await stream.until(
        ({ shows }) => shows.get(`product:${product.id}/${name}`)?.includes('Back in a moment') ?? false,
      )
    await stream.until(
      ({ shows }) => shows.get(`collection:${drop.id}/head`)?.includes('Back in a moment') ?? false,
    )
    const variant = product.variants[0]?.id ?? ''
    await expect(findBuyable(house.p, variant, house.p.clock.now())).rejects.toThrow('paused')
    await pauseCollection(house.p, keeper, drop.id, false)
    await stream.until(
      ({ shows }) => shows.get(`product:${product.id}/buy`)?.includes('Add to cart') ?? false,
    )
    await findBuyable(house.p, variant, house.p.clock.now())
    stream.close()
  })
})
