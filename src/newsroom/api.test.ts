import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../test/support/newsroom-desk.ts'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { newsroomModule } from './newsroom-module.ts'
import { publicStoryListSchema, storySchema } from './wire.ts'

let site: TestSite
let desk: Desk
beforeAll(async () => {
  site = await testSite((p) => [newsroomModule(p)])
  desk = await openDesk(site.p)
})
afterAll(() => site.close())

const STORIES = '/api/v1/desk/stories'
const NEVER = '01a20399-22ab-7a9c-8200-cc0f870a8dfd'

test('from the first word to the public by the doors alone', async () => {
  const door: typeof site.door = (...request) => site.door(...request)
  const made = await door('editor', 'POST', STORIES, { headline: 'By the doors', authors: [desk.author] })
  expect(made.status).toBe(201)
  const story = storySchema.parse(await made.json())
  const published = await door('editor', 'POST', `${STORIES}/${story.id}/publish`, {}, 1)
  expect(published.headers.get('etag')).toBe('"1"')
  expect(storySchema.parse(await published.json()).state).toBe('published')
  const list = publicStoryListSchema.parse(await (await door(null, 'GET', '/api/v1/stories')).json())
  expect(list.items.map(({ path }) => path)).toEqual(['/stories/by-the-doors'])
  expect((await door(null, 'GET', '/api/v1/stories/by-the-doors')).status).toBe(200)
})

test('a save says which revision it is based on, and a stale one is answered with the story as it is', async () => {
  const { id, ...content } = await desk.draft()
  const path = `${STORIES}/${id}`
  expect((await site.door('writer', 'PUT', path, content)).status).toBe(428)
  expect((await site.door('writer', 'PUT', path, { ...content, headline: 'B' }, 1)).status).toBe(200)
  const stale = await site.door('writer', 'PUT', path, { ...content, headline: 'C' }, 1)
  expect(stale.status).toBe(412)
  expect(await stale.json()).toMatchObject({
    current: { headline: 'B', revision: 2 },
    yours: { headline: 'C' },
  })
})

test('an hour that daylight saving skips is refused in words, and a zone that is none as well', async () => {
  const { id } = await desk.draft()
  const publish = (when: object) => site.door('editor', 'POST', `${STORIES}/${id}/publish`, { when }, 1)
  const skipped = await publish({ wall: '2027-03-28T02:30', zone: 'Europe/Berlin' })
  expect(skipped.status).toBe(422)
  expect(await skipped.text()).toContain('skip 02:30')
  expect((await publish({ wall: '2027-03-28T12:30', zone: 'Mars/Olympus' })).status).toBe(400)
  expect((await publish({ wall: '2027-02-31T12:30', zone: 'Europe/Berlin' })).status).toBe(400)
  const good = await publish({ wall: '2027-03-28T12:30', zone: 'Europe/Berlin' })
  expect(await good.json()).toMatchObject({ published: { publishedAt: '2027-03-28T10:30:00.000Z' } })
})

test.each([
  [
    {
      document: {
        schema: 1,
        blocks: [{ id: 'a', type: 'paragraph', text: [{ text: 'x', link: 'javascript:x' }] }],
      },
    },
  ],
  [{ document: '<p>HTML</p>' }],
  [{ document: { schema: 2, blocks: [] } }],
  [{ slug: '../admin' }],
  [{ slug: 'Größe' }],
  [{ kind: 'advert' }],
  [{ headline: 7 }],
  [{ authors: ["' or 1=1"] }],
])('a story such as %j is refused', async (body) => {
  expect((await site.door('editor', 'POST', STORIES, body)).status).toBe(400)
})

test('a newline or control character in a headline becomes a space', async () => {
  const made = await site.door('editor', 'POST', STORIES, { headline: 'One\n\u0007 two ' })
  expect(await made.json()).toMatchObject({ headline: 'One two' })
})

test.each([
  `${STORIES}?after=x`,
  `${STORIES}?state=secret`,
  `${STORIES}?limit=100000`,
  `${STORIES}/7`,
  '/api/v1/stories?after=x',
  "/api/v1/stories?month=2026-13'",
  '/api/v1/stories?kind=document',
])('%s is refused', async (path) => {
  expect((await site.door('editor', 'GET', path)).status).toBe(400)
})

test('what is not there is said not to be there', async () => {
  expect((await site.door('editor', 'GET', `${STORIES}/${NEVER}`)).status).toBe(404)
  expect((await site.door('editor', 'POST', `${STORIES}/${NEVER}/unpublish`)).status).toBe(404)
  for (const path of [
    '/tags/none',
    '/authors/none',
    '/archive/2026-13',
    '/archive/1999-01',
    '/tags/goalies?after=x',
  ])
    expect((await site.page(path)).status).toBe(404)
  expect(await site.region("story:x'/head")).toBeNull()
  expect(await site.region('story:x/head')).toBeNull()
})

test('a tag that gets another address redirects, and its stories say its new name', async () => {
  await desk.published({ headline: 'Filed', tags: [desk.otherTag] })
  const path = `/api/v1/desk/tags/${desk.otherTag}`
  expect((await site.door('writer', 'PUT', path, { name: 'Officials' }, 1)).status).toBe(403)
  expect((await site.door('editor', 'PUT', path, { name: 'Officials', slug: 'officials' }, 1)).status).toBe(
    200,
  )
  expect((await site.door('editor', 'PUT', path, { name: 'Others' }, 1)).status).toBe(412)
  expect(await site.page('/tags/refs')).toMatchObject({
    status: 301,
    headers: { location: '/tags/officials' },
  })
  expect((await site.page('/tags/officials')).text).toContain('Filed')
  expect((await site.page('/stories/filed')).text).toContain('Officials')
})

test('an author of a name that is taken, or of none, is refused', async () => {
  const path = '/api/v1/desk/authors'
  expect((await site.door('editor', 'POST', path, { name: 'June Aldous' })).status).toBe(409)
  expect((await site.door('editor', 'POST', path, { name: ' ' })).status).toBe(400)
  const html = await site.door('editor', 'POST', path, { name: '<b>Bo</b>', slug: 'bo' })
  expect(html.status).toBe(201)
  expect((await site.page('/authors/bo')).text).toContain('&lt;b&gt;Bo&lt;/b&gt;')
})
