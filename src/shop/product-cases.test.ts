import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSite, type TestSite } from '../../test/support/test-site.ts'
import { createProduct } from './create-product.ts'
import { findProduct } from './product-store.ts'
import { shopModule } from './public.ts'
import { aDrop, aShirt, asRole, keeper, later } from './test-catalogue.ts'
import { updateCollection } from './update-collection.ts'
import { updateProduct } from './update-product.ts'
import type { ProductInput } from './wire-catalogue.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite((p, personal) => [shopModule(p, personal)], {
    PUBLIC_URL: 'https://latehorn.example',
  })
})
afterAll(() => site.close())

const cap = (more: Partial<ProductInput> = {}): ProductInput => ({
  title: 'Third Period Hat',
  type: 'Hats',
  status: 'for-sale',
  variants: [{ sku: `HAT-${crypto.randomUUID().slice(0, 8)}`, choice: [], priceMinor: 3000 }],
  ...more,
})
const variant = (more: Record<string, unknown>) => ({ sku: 'X-1', choice: [], priceMinor: 3000, ...more })

describe('the doors of products', () => {
  it.each([
    ['a price as a float', { variants: [variant({ priceMinor: 29.99 })] }],
    ['a negative price', { variants: [variant({ priceMinor: -1 })] }],
    ['a huge price', { variants: [variant({ priceMinor: 1e15 })] }],
    ['a price as text', { variants: [variant({ priceMinor: '3000' })] }],
    ['a price that is no number', { variants: [variant({ priceMinor: Number.NaN })] }],
    ['a currency of its own', { variants: [variant({ currency: 'JPY' })] }],
    ['a SKU with a formula', { variants: [variant({ sku: '=1+1' })] }],
    ['no variant', { variants: [] }],
    [
      'a hundred and one variants',
      { variants: Array.from({ length: 101 }, (_, i) => variant({ sku: `M-${i}` })) },
    ],
    ['four options', { options: [1, 2, 3, 4].map((n) => ({ name: `O${n}`, values: ['a'] })) }],
    ['an address with a path in it', { slug: '../admin' }],
    ['a title of spaces', { title: '   ' }],
  ])('refuse %s', async (_, more) => {
    const answer = await site.door('shop', 'POST', '/api/v1/products', cap(more))
    expect(answer.status).toBe(400)
  })

  it.each([
    ['a choice that is not among the values', ['XL'], [{ name: 'Size', values: ['S'] }]],
    ['a choice for no option', ['S'], []],
    ['no choice for an option', [], [{ name: 'Size', values: ['S'] }]],
    ['a value twice', ['S'], [{ name: 'Size', values: ['S', 's'] }]],
    [
      'an option twice',
      ['S', 'S'],
      [
        { name: 'Size', values: ['S'] },
        { name: 'size', values: ['S'] },
      ],
    ],
  ])('refuse %s', async (_, choice, options) => {
    const body = cap({ options, variants: [variant({ choice })] })
    expect((await site.door('shop', 'POST', '/api/v1/products', body)).status).toBe(422)
  })

  it('refuse a SKU that another variant has, in whatever case it is written', async () => {
    const { p } = site
    const [taken] = (await aShirt(p, 0)).variants
    const body = cap({ variants: [variant({ sku: taken?.sku.toLowerCase() })] })
    const answer = await site.door('shop', 'POST', '/api/v1/products', body)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('SKU')
    const twice = cap({
      options: [{ name: 'Size', values: ['S', 'M'] }],
      variants: [variant({ sku: 'A-1', choice: ['S'] }), variant({ sku: 'a-1', choice: ['M'] })],
    })
    expect((await site.door('shop', 'POST', '/api/v1/products', twice)).status).toBe(422)
  })

  it('refuse two variants of one choice', async () => {
    const body = cap({ variants: [variant({ sku: 'B-1' }), variant({ sku: 'B-2' })] })
    expect((await site.door('shop', 'POST', '/api/v1/products', body)).status).toBe(422)
  })

  it('take three options and a hundred variants', async () => {
    const tens = Array.from({ length: 10 }, (_, i) => `${i}`)
    const options = ['Colour', 'Size', 'Print'].map((name) => ({ name, values: tens }))
    const variants = Array.from({ length: 100 }, (_, i) => ({
      sku: `MANY-${i}`,
      choice: [`${Math.floor(i / 10)}`, `${i % 10}`, '0'],
      priceMinor: 100,
    }))
    const answer = await site.door('shop', 'POST', '/api/v1/products', cap({ options, variants }))
    expect(answer.status).toBe(201)
  })

  it.each([
    [{ kind: 'received', quantity: 0 }, 400],
    [{ kind: 'received', quantity: -5 }, 400],
    [{ kind: 'received', quantity: 0.5 }, 400],
    [{ kind: 'received', quantity: '1e3' }, 400],
    [{ kind: 'received', quantity: Number.NaN }, 400],
    [{ kind: 'received', quantity: 1e9 }, 400],
    [{ kind: 'sold', quantity: 1 }, 400],
    [{ kind: 'correction', quantity: 1, reason: '' }, 400],
    [{ kind: 'correction', quantity: -1, reason: 'Lost' }, 422],
    [{ kind: 'counted', onHand: 7 }, 200],
  ])('answer %j to the stock with %i', async (body, status) => {
    const [one] = (await aShirt(site.p, 0)).variants
    const answer = await site.door('shop', 'POST', `/api/v1/variants/${one?.id}/movements`, body)
    expect(answer.status).toBe(status)
  })

  it('are shut to who has not the right', async () => {
    const shirt = await aShirt(site.p, 1)
    for (const role of ['writer', 'host', 'footage', null] as const) {
      expect((await site.door(role, 'POST', '/api/v1/products', cap())).status).toBe(role ? 403 : 401)
      expect((await site.door(role, 'GET', `/api/v1/desk/products/${shirt.id}`)).status).toBe(
        role ? 403 : 401,
      )
    }
    await expect(createProduct(site.p, asRole('editor'), cap())).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuse a change that is based on an old revision, and show what is there', async () => {
    const { p } = site
    const made = await createProduct(p, keeper, cap({ title: 'First' }))
    const variants = made.variants.map(({ id, sku, choice, priceMinor }) => ({ id, sku, choice, priceMinor }))
    await updateProduct(p, keeper, made.id, made.revision, cap({ title: 'Theirs', variants }))
    const answer = await site.door(
      'shop',
      'PUT',
      `/api/v1/products/${made.id}`,
      cap({ title: 'Mine', variants }),
      1,
    )
    expect(answer.status).toBe(412)
    expect(await answer.json()).toMatchObject({ current: { title: 'Theirs', revision: 2 } })
  })
})

describe('a product that changes', () => {
  it('keeps its stock, retires what is left out, and takes it back by its SKU', async () => {
    const { p } = site
    const made = await aShirt(p, 4)
    const [small, middle] = made.variants
    const input = { title: made.title, type: made.type, options: made.options, status: 'for-sale' as const }
    const kept = { id: small?.id, sku: small?.sku ?? '', choice: ['S'], priceMinor: 3500 }
    const less = await updateProduct(p, keeper, made.id, 1, { ...input, variants: [kept] })
    expect(less.variants.map(({ retired }) => retired)).toEqual([false, true, true])
    expect((await site.page(`/products/${made.slug}`)).text).not.toContain(middle?.id)
    const back = { sku: middle?.sku ?? '', choice: ['M'], priceMinor: 3200 }
    const more = await updateProduct(p, keeper, made.id, 2, { ...input, variants: [kept, back] })
    expect(more.variants.find(({ id }) => id === middle?.id)).toMatchObject({
      retired: false,
      stock: { onHand: 4 },
    })
  })

  it('leads from its old address to the new one', async () => {
    const { p } = site
    const made = await createProduct(
      p,
      keeper,
      cap({ slug: 'loud-hat', variants: [variant({ sku: 'LOUD' })] }),
    )
    const variants = [variant({ id: made.variants[0]?.id, sku: 'LOUD' })]
    await updateProduct(p, keeper, made.id, 1, cap({ slug: 'louder-hat', variants }))
    expect(await site.page('/products/loud-hat')).toMatchObject({
      status: 301,
      headers: { location: '/products/louder-hat' },
    })
  })

  it('leaves no trace of a name that it had while it was secret', async () => {
    const { p } = site
    const made = await createProduct(
      p,
      keeper,
      cap({ slug: 'secret-name', status: 'draft', variants: [variant({ sku: 'SECRET' })] }),
    )
    const drop = await aDrop(p, 3600, [made], { announced: false })
    const variants = [variant({ id: made.variants[0]?.id, sku: 'SECRET' })]
    const ready = await updateProduct(p, keeper, made.id, 1, cap({ slug: 'secret-name', variants }))
    await updateProduct(p, keeper, made.id, ready.revision, cap({ slug: 'final-name', variants }))
    for (const path of ['/products/secret-name', '/products/final-name', `/collections/${drop.slug}`])
      expect((await site.page(path)).status).toBe(404)
  })

  it('becomes a draft when it is taken out of the only collection that kept it secret', async () => {
    const { p } = site
    const [secret, open] = [await aShirt(p, 1), await aShirt(p, 1)]
    const drop = await aDrop(p, 3600, [secret])
    await updateCollection(p, keeper, drop.id, drop.revision, {
      title: drop.title,
      zone: drop.zone,
      from: '2030-01-01T20:00',
      products: [open.id],
    })
    expect(await findProduct(p, secret.id)).toMatchObject({ status: 'draft' })
    expect((await site.page(`/products/${secret.slug}`)).status).toBe(404)
    expect(later(p, 0).getTime()).toBeGreaterThan(0)
  })

  it('cannot break out of its page, whatever its title is', async () => {
    const { p } = site
    const title = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
    const { slug } = await createProduct(
      p,
      keeper,
      cap({
        slug: 'nasty',
        title,
        description: title,
        type: '<b>Hats</b>',
        variants: [variant({ sku: 'NASTY' })],
      }),
    )
    const { text } = await site.page(`/products/${slug}`)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    const graph = (JSON.parse(data) as { '@graph': { '@type': string; name: string }[] })['@graph']
    expect(graph.find((each) => each['@type'] === 'Product')).toMatchObject({ name: title })
  })
})
