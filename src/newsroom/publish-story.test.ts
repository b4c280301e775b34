import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, EDITOR, openDesk, WRITER } from '../../test/support/newsroom-desk.ts'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { SYSTEM } from '../people/public.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import { documentOf } from './document.ts'
import { listStories } from './list-stories.ts'
import { newsroomModule } from './newsroom-module.ts'
import { publishStory } from './publish-story.ts'
import { rescheduleStory } from './reschedule-story.ts'
import { saveStory } from './save-story.ts'
import { searchStories } from './search-stories.ts'
import { unpublishStory } from './unpublish-story.ts'
import type { Story, StoryInput } from './wire.ts'

let site: TestSite
let desk: Desk
beforeAll(async () => {
  site = await testSite((p) => [newsroomModule(p)])
  desk = await openDesk(site.p)
})
afterAll(() => site.close())

const HOUR_MS = 3_600_000
const inAnHour = (): Date => new Date(site.p.clock.now().getTime() + HOUR_MS)
const at = (instant: Date): RecordedReading => new RecordedReading(site.p, instant)
const now = (): RecordedReading => at(site.p.clock.now())

const change = async (story: Story, input: Partial<StoryInput>): Promise<Story> => {
  const { slug, kind, sponsor, headline, standfirst, document, cover, shortTake, authors, tags } = story
  const content = { slug, kind, sponsor, headline, standfirst, document, cover, shortTake, authors, tags }
  return saveStory(site.p, EDITOR, story.id, story.revision, { ...content, ...input })
}

test('a published story has its page, is listed everywhere it is filed, and is found by its words', async () => {
  const story = await desk.published({ headline: 'Zamboni found in the harbor' })
  expect(story.state).toBe('published')
  const { status, text } = await site.page('/stories/zamboni-found-in-the-harbor')
  expect(status).toBe(200)
  expect(text).toContain('Zamboni found in the harbor')
  expect(text).toContain('First words.')
  for (const path of ['/tags/goalies', '/authors/june-aldous', '/archive'])
    expect((await site.page(path)).status).toBe(200)
  for (const path of ['/tags/goalies', '/authors/june-aldous'])
    expect((await site.page(path)).text).toContain('Zamboni found')
  const { items } = await searchStories(now(), 'zamboni harbor', { limit: 5 })
  expect(items.map(({ id }) => id)).toEqual([story.id])
})

test('a search forgives a typing error and finishes a word', async () => {
  const story = await desk.published({ headline: 'Lighthouse keeper refuses overtime' })
  for (const words of ['lighthuose keeper', 'lightho', 'refus', 'june aldus'])
    expect((await searchStories(now(), words, { limit: 5 })).items.map(({ id }) => id)).toContain(story.id)
})

test.each(["'", '"', "');drop table stories;--", '\\', '&|!:*', '<script>', '%', 'a:*b', '🏒'])(
  'a search for %j is answered',
  async (words) => {
    expect((await searchStories(now(), words, { limit: 5 })).items).toEqual([])
  },
)

test('a story without headline or byline is not published, and the refusal names everything that is missing', async () => {
  const draft = await desk.draft({
    headline: '',
    authors: [],
    kind: 'sponsored',
    cover: '01a20399-22ab-7a9c-8200-cc0f870a8dfd',
    document: documentOf([
      { type: 'image', picture: '01a20399-22ab-7a9c-8200-cc0f870a8dfe', alt: ' ', caption: 'The boards' },
      { type: 'card', module: 'nowhere', ref: 'x' },
    ]),
  })
  const refusal = await publishStory(site.p, EDITOR, draft.id, { revision: 1 }).catch(
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({ kind: 'unprocessable' })
  const { problems } = (refusal as { extra: { problems: { at: string; problem: string }[] } }).extra
  expect(problems.map((each) => each.at)).toEqual([
    'headline',
    'authors',
    'sponsor',
    'b1',
    'cover',
    'b1',
    'b2',
  ])
  expect(problems.find((each) => each.at === 'b1')?.problem).toContain('"The boards"')
})

test('a scheduled story is reachable by no page, list, search or door before its time, and by all of them from then on', async () => {
  const draft = await desk.draft({ headline: 'Embargoed wombat news', slug: 'wombat' })
  const publishedAt = inAnHour()
  const story = await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: publishedAt })
  expect(story.state).toBe('scheduled')
  const page = await site.page('/stories/wombat')
  expect(page.status).toBe(404)
  expect(page.text).not.toContain('wombat news')
  for (const path of ['/tags/goalies', '/authors/june-aldous', '/archive', '/corrections'])
    expect((await site.page(path)).text).not.toContain('wombat news')
  for (const part of ['head', 'body', 'corrections', 'more', 'tags'])
    expect(await site.region(`story:${story.id}/${part}`)).toBeNull()
  for (const path of ['/api/v1/stories', '/api/v1/stories?q=wombat', '/api/v1/stories?tag=goalies'])
    expect(await (await site.door(null, 'GET', path)).text()).not.toContain('wombat')
  expect((await site.door(null, 'GET', '/api/v1/stories/wombat')).status).toBe(404)
  const ids = async (instant: Date): Promise<string[]> =>
    (await listStories(at(instant), { limit: 50 })).items.map(({ id }) => id)
  expect(await ids(new Date(publishedAt.getTime() - 1))).not.toContain(story.id)
  expect((await ids(publishedAt))[0]).toBe(story.id)
})

test('whatever lists stories says when the next one comes out', async () => {
  const draft = await desk.draft()
  const soon = new Date(site.p.clock.now().getTime() + 60_000)
  await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: soon })
  const reading = now()
  await listStories(reading, { limit: 5, tag: 'refs' })
  expect(reading.expires).toEqual(soon)
  await unpublishStory(site.p, EDITOR, draft.id)
})

test('a story that comes out shows itself on a page that was open before', async () => {
  const draft = await desk.draft({ headline: 'Out in a moment', slug: 'out-in-a-moment' })
  const soon = new Date(site.p.clock.now().getTime() + 3000)
  await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: soon })
  expect((await site.page('/stories/out-in-a-moment')).status).toBe(404)
  await new Promise((resolve) => setTimeout(resolve, soon.getTime() - site.p.clock.now().getTime() + 200))
  expect((await site.page('/stories/out-in-a-moment')).status).toBe(200)
  expect(await site.region('tag:goalies/stories')).toContain('Out in a moment')
})

test('an unpublished story answers gone, its regions are gone, and published again it keeps its date', async () => {
  const story = await desk.published({ headline: 'Here and gone', slug: 'here-and-gone' })
  expect((await site.page('/stories/here-and-gone')).status).toBe(200)
  const withdrawn = await unpublishStory(site.p, EDITOR, story.id)
  expect(withdrawn.state).toBe('withdrawn')
  expect((await site.page('/stories/here-and-gone')).status).toBe(410)
  expect(await site.region(`story:${story.id}/head`)).toBeNull()
  expect((await site.page('/tags/goalies')).text).not.toContain('Here and gone')
  const again = await publishStory(site.p, EDITOR, story.id, { revision: null })
  expect(again.published?.publishedAt).toBe(story.published?.publishedAt)
  expect((await site.page('/stories/here-and-gone')).status).toBe(200)
})

test('unpublishing what readers never saw leaves no trace of its address', async () => {
  const draft = await desk.draft({ headline: 'Never seen', slug: 'never-seen' })
  await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: inAnHour() })
  const back = await unpublishStory(site.p, EDITOR, draft.id)
  expect(back.state).toBe('draft')
  expect((await site.page('/stories/never-seen')).status).toBe(404)
})

test('a scheduled story that gets another address tells nobody at the old one', async () => {
  const draft = await desk.draft({ headline: 'Moves before', slug: 'moves-before' })
  await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: inAnHour() })
  const saved = await change(draft, { slug: 'moved-secretly' })
  await publishStory(site.p, EDITOR, draft.id, { revision: saved.revision, at: inAnHour() })
  const old = await site.page('/stories/moves-before')
  expect(old.status).toBe(404)
  expect(old.headers['location']).toBeUndefined()
})

test('a change of a published story is seen when it is published, and its old address leads to the new one', async () => {
  const story = await desk.published({ headline: 'First wording', slug: 'first-wording' })
  const saved = await change(story, {
    headline: 'Second wording',
    slug: 'second-wording',
    tags: [desk.otherTag],
  })
  expect(saved.published?.revision).toBeLessThan(saved.revision)
  expect((await site.page('/stories/first-wording')).text).toContain('First wording')
  const before = await site.region('tag:goalies/stories')
  expect(before).toContain('First wording')
  const changed = await publishStory(site.p, EDITOR, story.id, { revision: saved.revision })
  expect(changed.published?.publishedAt).toBe(story.published?.publishedAt)
  expect(await site.page('/stories/first-wording')).toMatchObject({
    status: 301,
    headers: { location: '/stories/second-wording' },
  })
  expect((await site.page('/stories/second-wording')).text).toContain('Second wording')
  expect(await site.region('tag:goalies/stories')).not.toContain('wording')
  expect(await site.region('tag:refs/stories')).toContain('Second wording')
})

test('a correction stands under the story, in the list of corrections and in the structured data', async () => {
  const story = await desk.published({ headline: 'Row five sat down', slug: 'row' })
  const saved = await change(story, { headline: 'Row four sat down' })
  const corrected = await publishStory(site.p, EDITOR, story.id, {
    revision: saved.revision,
    correction: 'It was row four.',
  })
  expect(corrected.published?.correctedAt).not.toBeNull()
  const { text } = await site.page('/stories/row')
  expect(text).toContain('It was row four.')
  expect(text).toContain('CorrectionComment')
  expect(await site.region(`story:${story.id}/head`)).toContain('corrected')
  expect((await site.page('/corrections')).text).toContain('It was row four.')
})

test('what is not public yet is not corrected in public', async () => {
  const draft = await desk.draft()
  const note = publishStory(site.p, EDITOR, draft.id, { revision: 1, correction: 'Wrong.' })
  await expect(note).rejects.toMatchObject({ kind: 'conflict' })
})

test('a time that has passed is for Pressbox alone, and so is dating a change', async () => {
  const draft = await desk.draft()
  const past = new Date('2026-01-01T12:00:00Z')
  await expect(publishStory(site.p, EDITOR, draft.id, { revision: 1, at: past })).rejects.toMatchObject({
    kind: 'unprocessable',
  })
  await expect(
    publishStory(site.p, EDITOR, draft.id, { revision: 1, changedAt: past }),
  ).rejects.toMatchObject({
    kind: 'forbidden',
  })
  const story = await publishStory(site.p, SYSTEM, draft.id, { revision: 1, at: past })
  expect(story.published?.publishedAt).toBe(past.toISOString())
})

test('a scheduled story is moved to another time, a public one is not', async () => {
  const draft = await desk.draft({ headline: 'Moved in time' })
  const later = new Date(inAnHour().getTime() + HOUR_MS)
  await publishStory(site.p, EDITOR, draft.id, { revision: 1, at: inAnHour() })
  const moved = await rescheduleStory(site.p, EDITOR, draft.id, 1, later)
  expect(moved.published?.publishedAt).toBe(later.toISOString())
  const story = await desk.published()
  await expect(rescheduleStory(site.p, EDITOR, story.id, 1, later)).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('two stories of the same headline get addresses of their own; a chosen address that is taken is refused', async () => {
  const one = await desk.published({ headline: 'Same words' })
  const two = await desk.published({ headline: 'Same words' })
  expect(one.published?.path).toBe('/stories/same-words')
  expect(two.published?.path).toBe('/stories/same-words-2')
  await expect(desk.published({ slug: 'same-words' })).rejects.toMatchObject({ kind: 'conflict' })
})

test('a writer cannot publish, schedule, correct or unpublish, nor change what is public', async () => {
  const story = await desk.published()
  for (const act of [
    publishStory(site.p, WRITER, story.id, { revision: 1 }),
    unpublishStory(site.p, WRITER, story.id),
    rescheduleStory(site.p, WRITER, story.id, 1, inAnHour()),
  ])
    await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
  const { id, state: _, ...content } = story
  await expect(saveStory(site.p, WRITER, id, 1, content)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a script in headline, byline, quote and caption is text in the page and in its structured data', async () => {
  const evil = '</script><script>alert(1)</script>"\'<img src=x onerror=alert(1)>'
  const story = await desk.published({
    slug: 'evil',
    headline: evil,
    standfirst: evil,
    document: documentOf([
      { type: 'quote', text: [{ text: evil }], cite: `a\n${evil}` },
      { type: 'heading', level: 2, text: [{ text: evil }] },
      { type: 'embed', provider: 'youtube', video: 'dQw4w9WgXcQ', title: evil },
      { type: 'list', ordered: false, items: [[{ text: evil, link: '/a"b' }]] },
    ]),
  })
  const saved = await change(story, { kind: 'sponsored', sponsor: evil })
  await publishStory(site.p, EDITOR, story.id, { revision: saved.revision, correction: evil })
  for (const path of ['/stories/evil', '/tags/goalies', '/corrections', '/authors/june-aldous']) {
    const { text } = await site.page(path)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('href="/a"b"')
  }
  await unpublishStory(site.p, EDITOR, story.id)
})
