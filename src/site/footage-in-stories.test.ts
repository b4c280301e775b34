import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clipRow } from '../../test/support/footage-rows.ts'
import { type Desk, EDITOR, openDesk, WRITER } from '../../test/support/newsroom-desk.ts'
import { type TestSite, testSite } from '../../test/support/test-site.ts'
import { addPicture, footageModule } from '../footage/public.ts'
import { SYSTEM } from '../people/public.ts'
import {
  documentOf,
  findClipUsesInStories,
  newsroomModule,
  publishStory,
  renderDraftPreview,
} from '../newsroom/public.ts'
import { siteModule } from './site-module.ts'

let site: TestSite
let desk: Desk
beforeAll(async () => {
  site = await testSite((p) => [
    footageModule(p, () => Promise.resolve([]), findClipUsesInStories),
    newsroomModule(p),
    siteModule(p),
  ])
  desk = await openDesk(site.p)
})
afterAll(() => site.close())

type Draft = Parameters<typeof documentOf>[0][number]

const CUES = [{ fromMs: 11_000, toMs: 13_000, speaker: 'Usher', text: 'What’s he leaning on?' }]
const WARNING = { says: 'A man is hurt at 0:19.', why: 'The league denies it.' }
const words = (clip: string, text: string): Draft => ({
  type: 'quote',
  text: [{ text }],
  cite: 'Usher',
  moment: { clip, from: 11_000, to: 13_000 },
})

let drawn = 0
const poster = async (): Promise<{ id: string; sha256: string }> => {
  const bytes = await sharp({
    create: { width: 1280, height: 720, channels: 3, background: { r: 9, g: ++drawn, b: 77 } },
  })
    .png()
    .toBuffer()
  return (await addPicture(site.p, SYSTEM, { bytes, alt: 'Row four' })).picture
}

const publishedWith = (headline: string, ...blocks: Draft[]) =>
  desk.published({ headline, document: documentOf(blocks) })

const problemsOf = async (...blocks: Draft[]): Promise<string[]> => {
  const { id, revision } = await desk.draft({ document: documentOf(blocks) })
  const refusal = await publishStory(site.p, EDITOR, id, { revision }).catch((error: unknown) => error)
  return (
    (refusal as { extra?: { problems?: { problem: string }[] } }).extra?.problems?.map(
      ({ problem }) => problem,
    ) ?? []
  )
}

const jsonLd = (text: string): Record<string, unknown>[] =>
  (
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)![1]!) as { '@graph': never }
  )['@graph']

test('a story shows its clip in a region of its own, and loads nothing of the video', async () => {
  const { id: picture, sha256 } = await poster()
  const clip = await clipRow(site.p, { title: 'Row four stands', poster: picture, cues: CUES, digit: '1' })
  await publishedWith('Three clips', { type: 'clip', clip }, words(clip, 'What’s he leaning on?'))
  const { text } = await site.page('/stories/three-clips')
  expect(text).toContain(`data-region="clip:${clip}/player"`)
  expect(text).toContain(`/files/${'1'.repeat(61)}720/720p.mp4#t=11,13`)
  expect(text).toContain(sha256)
  expect(text).toContain('Released by Fenwick County, November 21, 2026')
  expect(text).not.toMatch(/<video|clerk who asked|records\.example/)
  // What plays it comes with the press: until then its page weighs no more than another.
  expect(text).not.toContain('modulepreload')
  const region = await site.region(`clip:${clip}/player`)
  expect(region).toContain('<b>Usher:</b> What’s he leaning on?')
})

test('machines read the clip and what is quoted of it', async () => {
  const clip = await clipRow(site.p, { title: 'For machines', cues: CUES, digit: '2' })
  await publishedWith('Read by machines', { type: 'clip', clip }, words(clip, 'leaning on?'))
  const { text } = await site.page('/stories/read-by-machines')
  const video = jsonLd(text).find((each) => each['@type'] === 'VideoObject')
  expect(video).toMatchObject({
    name: 'For machines',
    duration: 'PT31S',
    contentUrl: expect.stringMatching(/^https?:.*\/720p\.mp4$/) as string,
    hasPart: [{ '@type': 'Clip', startOffset: 11, endOffset: 13 }],
  })
  expect(Date.parse(String(video?.['uploadDate']))).toBeGreaterThan(0)
})

test('the poster of a clip with a warning is at no door before it is asked for', async () => {
  const { id: picture, sha256 } = await poster()
  const clip = await clipRow(site.p, { title: 'Warned', poster: picture, warning: WARNING, digit: '3' })
  await publishedWith('A warned one', { type: 'clip', clip })
  for (const path of ['/stories/a-warned-one', '/', '/rss.xml', '/feed.json', '/atom.xml'])
    expect((await site.page(path)).text.includes(sha256), path).toBe(false)
  const { text } = await site.page('/stories/a-warned-one')
  expect(text).toContain('A man is hurt at 0:19. The league denies it.')
  expect((await site.page('/rss.xml')).text).toContain('Warning: A man is hurt at 0:19.')
})

test('a cover that is the poster of a clip goes from every page when the clip gets a warning', async () => {
  const { id: picture, sha256 } = await poster()
  const clip = await clipRow(site.p, { title: 'Warned later', poster: picture, digit: '4' })
  await desk.published({ headline: 'Covered late', cover: picture })
  for (const path of ['/stories/covered-late', '/tags/goalies', '/feed.json'])
    expect((await site.page(path)).text.includes(sha256), path).toBe(true)
  const answer = await site.door('owner', 'PATCH', `/api/v1/clips/${clip}`, { warning: WARNING }, 1)
  expect(answer.status).toBe(200)
  for (const path of ['/stories/covered-late', '/tags/goalies', '/feed.json'])
    expect((await site.page(path)).text.includes(sha256), path).toBe(false)
})

test('an unwarned clip lends its poster to the feeds of a story without a cover', async () => {
  const { id: picture, sha256 } = await poster()
  const clip = await clipRow(site.p, { title: 'Lends its poster', poster: picture, digit: '5' })
  await publishedWith('No cover', { type: 'clip', clip })
  const { text } = await site.page('/feed.json')
  expect(text).toContain('Clip: Lends its poster (0:31).')
  expect(text).toContain(sha256)
})

test('a story is not published with footage that readers could not see', async () => {
  const waiting = await clipRow(site.p, { title: 'Still being cut', isReady: false, digit: '6' })
  const short = await clipRow(site.p, { title: 'Too short', durationMs: 5000, digit: '7' })
  const gone = '01a20399-22ab-7a9c-8200-cc0f870a8dfd'
  expect(await problemsOf({ type: 'clip', clip: gone })).toEqual([
    expect.stringContaining('not there any more'),
  ])
  expect(await problemsOf({ type: 'clip', clip: waiting })).toEqual([
    expect.stringContaining('“Still being cut”, is not ready'),
  ])
  expect(await problemsOf(words(gone, 'x'))).toEqual([expect.stringContaining('not there any more')])
  expect(await problemsOf(words(short, 'x'))).toEqual([
    expect.stringContaining('0:11–0:13 is not within its clip'),
  ])
  const { id: picture } = await poster()
  await clipRow(site.p, { poster: picture, warning: WARNING, digit: '8' })
  expect(await problemsOf({ type: 'image', picture, alt: 'Row four' })).toEqual([
    expect.stringContaining('poster of a clip with a warning'),
  ])
})

test('a quote that the transcript no longer has is pointed out, and can be published', async () => {
  const clip = await clipRow(site.p, { cues: CUES, digit: '9' })
  const story = await publishedWith('Misquoted', words(clip, 'What is it leaning on?'))
  const notices = async (role: 'writer' | null, id = story.id) => {
    const answer = await site.door(role, 'GET', `/api/v1/desk/stories/${id}/notices`)
    return {
      status: answer.status,
      body: (await answer.json()) as { items: unknown[] },
    }
  }
  expect((await notices('writer')).body.items).toEqual([
    {
      at: 'b1',
      problem: expect.stringContaining('“What is it leaning on?” is not in the transcript') as string,
    },
  ])
  const right = await publishedWith('Quoted', words(clip, '“What’s he … on?”'))
  expect((await notices('writer', right.id)).body.items).toEqual([])
  expect((await notices(null)).status).toBe(401)
})

test('a clip that a story shows or quotes is not deleted', async () => {
  const [shown, quoted, free] = [
    await clipRow(site.p, { digit: 'a' }),
    await clipRow(site.p, { digit: 'c' }),
    await clipRow(site.p, { digit: 'd' }),
  ]
  await desk.draft({
    headline: 'Uses two',
    document: documentOf([{ type: 'clip', clip: shown }, words(quoted, 'x')]),
  })
  const remove = async (id: string) =>
    (await site.door('owner', 'DELETE', `/api/v1/clips/${id}`, undefined, 1)).status
  expect([await remove(shown), await remove(quoted), await remove(free)]).toEqual([409, 409, 204])
})

test('a draft is shown as it will be, with its clips', async () => {
  const clip = await clipRow(site.p, { digit: 'e' })
  const { id } = await desk.draft({ document: documentOf([{ type: 'clip', clip }]) })
  const { body } = await renderDraftPreview(site.p, WRITER, id)
  expect(body.toString()).toContain(`clip:${clip}/player`)
})
