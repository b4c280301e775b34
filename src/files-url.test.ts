import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from '../test/support/newsroom-desk.ts'
import { type TestSite, testSite } from '../test/support/test-site.ts'
import { addPicture } from './footage/public.ts'
import { documentOf } from './newsroom/public.ts'
import { SYSTEM } from './people/public.ts'
import { Brand, updateBrand } from './site/public.ts'
import { modulesOf } from './wiring.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite(modulesOf, {
    PUBLIC_URL: 'https://paper.example',
    FILES_URL: 'https://files.example/paper/',
  })
  const create = { width: 1300, height: 700, channels: 3 as const, background: 'navy' }
  const bytes = await sharp({ create }).png().toBuffer()
  const { picture } = await addPicture(site.p, SYSTEM, { bytes, alt: 'A navy wall', credit: '' })
  const desk = await openDesk(site.p)
  await updateBrand(site.p, SYSTEM, 0, Brand.parse({ logo: picture.id }))
  await desk.published({
    headline: 'Navy',
    cover: picture.id,
    document: documentOf([{ type: 'image', picture: picture.id, alt: 'A navy wall' }]),
  })
})
afterAll(() => site.close())

/** Every address of a picture; those without a host are on the page's own. */
const addressesIn = (text: string): string[] =>
  text.match(/(?:https:\/\/[\w./-]*?)?\/files\/[0-9a-f]{64}\/[\w.-]+/g) ?? []

test.each(['/', '/stories/navy', '/archive', '/rss.xml', '/feed.json'])(
  'with FILES_URL, every picture of %s comes from that host',
  async (path) => {
    const addresses = addressesIn((await site.page(path)).text)
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(address).toMatch(/^https:\/\/files\.example\/paper\/files\//)
  },
)

test('a push brings the same addresses as the page', async () => {
  const pushed = addressesIn((await site.region('site/masthead')) ?? '')
  expect(pushed[0]).toMatch(/^https:\/\/files\.example\/paper\/files\//)
})

test('the policy lets pages show pictures of that host, and no others', async () => {
  const { headers } = await site.page('/stories/navy')
  expect(headers['content-security-policy']).toMatch(/img-src 'self' data: https:\/\/files\.example;/)
})
