import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Desk, EDITOR, openDesk } from '../test/support/newsroom-desk.ts'
import { type TestSite, testSite } from '../test/support/test-site.ts'
import { addPicture } from './footage/public.ts'
import { createAuthor, documentOf, publishStory, saveStory, unpublishStory } from './newsroom/public.ts'
import { SYSTEM } from './people/public.ts'
import { Brand, createPage, updateBrand } from './site/public.ts'
import { modulesOf } from './wiring.ts'

let site: TestSite
let desk: Desk
beforeAll(async () => {
  site = await testSite(modulesOf)
  desk = await openDesk(site.p)
})
afterAll(() => site.close())

let picture: string
let size = 100
beforeEach(async () => {
  const background = { r: 200, g: 20, b: 20 }
  const create = { width: (size += 10), height: 100, channels: 3 as const, background }
  const bytes = await sharp({ create }).png().toBuffer()
  picture = (await addPicture(site.p, SYSTEM, { bytes, alt: 'A red wall', credit: '' })).picture.id
})

const remove = async (): Promise<{ status: number; detail: string }> => {
  const answer = await site.door('owner', 'DELETE', `/api/v1/pictures/${picture}`, undefined, 1)
  const text = await answer.text()
  return { status: answer.status, detail: text ? String(JSON.parse(text).detail) : '' }
}
const showing = () =>
  documentOf([{ type: 'image', picture, alt: 'A red wall', caption: 'Red', credit: 'Us' }])
const used = (title: string) => ({ status: 409, detail: expect.stringContaining(`"${title}"`) })

test('a picture that nothing uses can be removed', async () => {
  expect(await remove()).toEqual({ status: 204, detail: '' })
})

test('the cover of a draft stays, until the draft takes another', async () => {
  const draft = await desk.draft({ headline: 'Covered', cover: picture })
  expect(await remove()).toEqual(used('Covered'))
  const { slug, kind, sponsor, headline, standfirst, document, shortTake, authors, tags } = draft
  const content = { slug, kind, sponsor, headline, standfirst, document, shortTake, authors, tags }
  await saveStory(site.p, EDITOR, draft.id, draft.revision, { ...content, cover: null })
  expect((await remove()).status).toBe(204)
})

test('a picture that readers see in a story stays, although the next version leaves it out', async () => {
  const story = await desk.published({ headline: 'Shown', document: showing() })
  const { slug, kind, sponsor, headline, standfirst, cover, shortTake, authors, tags } = story
  const content = { slug, kind, sponsor, headline, standfirst, cover, shortTake, authors, tags }
  const document = documentOf([{ type: 'paragraph', text: [{ text: 'Words alone.' }] }])
  const saved = await saveStory(site.p, EDITOR, story.id, story.revision, { ...content, document })
  expect(await remove()).toEqual(used('Shown'))
  await publishStory(site.p, EDITOR, story.id, { revision: saved.revision })
  expect((await remove()).status).toBe(204)
})

test('a story that was withdrawn keeps its pictures, since it may come back', async () => {
  const story = await desk.published({ headline: 'Withdrawn', document: showing() })
  await unpublishStory(site.p, EDITOR, story.id)
  expect(await remove()).toEqual(used('Withdrawn'))
})

test('an author’s portrait stays', async () => {
  await createAuthor(site.p, SYSTEM, { name: 'Ada Portrait', portrait: picture })
  expect(await remove()).toEqual(used('Ada Portrait'))
})

test('the logo stays', async () => {
  await updateBrand(site.p, SYSTEM, 0, Brand.parse({ logo: picture }))
  expect(await remove()).toEqual(used('the logo'))
})

test('a picture on a static page stays, published or not', async () => {
  await createPage(site.p, SYSTEM, {
    slug: 'house-rules',
    title: 'House rules',
    description: '',
    document: showing(),
    published: false,
  })
  expect(await remove()).toEqual(used('House rules'))
})
