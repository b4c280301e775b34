import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, EDITOR, HOST, openDesk, WRITER } from '../../test/support/newsroom-desk.ts'
import { type TestPlatform, testPlatform } from '../../test/support/test-platform.ts'
import type { Person } from '../people/public.ts'
import { sql } from '../platform/db/database.ts'
import { deleteDraft } from './delete-draft.ts'
import { documentOf } from './document.ts'
import { getRevision, getRevisions, getStory } from './get-story.ts'
import { listDesk } from './list-desk.ts'
import { publishStory } from './publish-story.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveStory } from './save-story.ts'
import { unpublishStory } from './unpublish-story.ts'
import { storyInputSchema, storyListQuerySchema } from './wire.ts'

let platform: TestPlatform
let desk: Desk
beforeAll(async () => {
  platform = await testPlatform()
  desk = await openDesk(platform.p)
})
afterAll(() => platform.close())

const textOf = (words: string) => documentOf([{ type: 'paragraph', text: [{ text: words }] }])

test('a save that is based on an older revision is refused, and both versions come back', async () => {
  const { p } = platform
  const story = await desk.draft({ headline: 'Mine' })
  const { id, revision, state: _, ...content } = story
  await saveStory(p, EDITOR, id, revision, { ...content, headline: 'Theirs' })
  const refusal: unknown = await saveStory(p, WRITER, id, revision, { ...content, headline: 'Yours' }).catch(
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject({
    kind: 'stale',
    extra: { current: { headline: 'Theirs', revision: revision + 1 }, yours: { headline: 'Yours' } },
  })
  expect((await getStory(p, WRITER, id)).headline).toBe('Theirs')
})

test('of two saves at once one wins, and nothing is lost', async () => {
  const { p } = platform
  const { id, revision, ...content } = await desk.draft()
  const saves = await Promise.allSettled(
    ['One', 'Two'].map((headline) => saveStory(p, EDITOR, id, revision, { ...content, headline })),
  )
  expect(saves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('every save is kept with who and when, and can be brought back', async () => {
  const { p } = platform
  const { id, ...first } = await desk.draft({ headline: 'Version one', document: textOf('One.') })
  await saveStory(p, WRITER, id, 1, { ...first, headline: 'Version two', document: textOf('Two.') })
  const { items } = await getRevisions(p, EDITOR, id, { below: null, limit: 10 })
  expect(items.map(({ revision, by, headline }) => [revision, by, headline])).toEqual([
    [2, 'writer-1', 'Version two'],
    [1, 'editor-1', 'Version one'],
  ])
  expect(await getRevision(p, EDITOR, id, 1)).toMatchObject({
    before: null,
    content: { document: textOf('One.') },
  })
  expect(await getRevision(p, EDITOR, id, 2)).toMatchObject({ before: 1 })
  const restored = await restoreRevision(p, WRITER, id, 2, 1)
  expect(restored).toMatchObject({ revision: 3, headline: 'Version one', document: textOf('One.') })
})

test('once published, one revision a minute and person is left of what was typed since the last time', async () => {
  const { p } = platform
  const { id, ...content } = await desk.draft({ headline: '1' })
  const save = async (person: Person, headline: string) =>
    (await saveStory(p, person, id, Number(headline) - 1, { ...content, headline })).revision
  for (const headline of ['2', '3']) await save(EDITOR, headline)
  for (const headline of ['4', '5']) await save(WRITER, headline)
  for (const headline of ['6', '7', '8']) await save(EDITOR, headline)
  await sql`update story_revisions set at = '2026-01-01T20:00:00Z'::timestamptz + case when revision < 7 then interval '0' else interval '1 minute' end
    where story_id = ${id}`.execute(p.q)
  const kept = async () =>
    (await getRevisions(p, EDITOR, id, { below: null, limit: 20 })).items.map(({ revision }) => revision)
  expect(await kept()).toHaveLength(8)
  await publishStory(p, EDITOR, id, { revision: null })
  expect(await kept()).toEqual([8, 6, 5, 3])
  for (const headline of ['9', '10', '11']) await save(EDITOR, headline)
  await sql`update story_revisions set at = '2026-01-01T20:01:30Z' where story_id = ${id} and revision > 8`.execute(
    p.q,
  )
  await publishStory(p, EDITOR, id, { revision: null })
  expect(await kept()).toEqual([11, 8, 6, 5, 3])
})

test('a save that changes nothing makes no revision', async () => {
  const { p } = platform
  const { id, revision, ...content } = await desk.draft()
  const saved = await saveStory(p, EDITOR, id, revision, storyInputSchema.parse(content))
  expect(saved.revision).toBe(revision)
})

test('a text of more than 2 MB is refused, one of 500 KB is kept and published', async () => {
  const { p } = platform
  const story = await desk.draft({ document: textOf('lorem ipsum '.repeat(42_000)) })
  expect((await publishStory(p, EDITOR, story.id, { revision: 1 })).state).toBe('published')
  const blocks = Array.from({ length: 3 }, () => ({
    type: 'paragraph' as const,
    text: [{ text: 'x'.repeat(900_000) }],
  }))
  await expect(desk.draft({ document: documentOf(blocks) })).rejects.toMatchObject({ kind: 'too-large' })
})

test('many different words, more than a search index takes, do not keep a story from being published', async () => {
  const words = Array.from({ length: 80_000 }, (_, i) => `w${i.toString(36)}q${i}`).join(' ')
  const story = await desk.draft({ document: textOf(words) })
  expect((await publishStory(platform.p, EDITOR, story.id, { revision: 1 })).state).toBe('published')
})

test('an unknown author is named', async () => {
  const unknown = '01a20399-22ab-7a9c-8200-cc0f870a8dfd'
  await expect(desk.draft({ authors: [unknown] })).rejects.toMatchObject({
    kind: 'unprocessable',
    extra: { unknown: [unknown] },
  })
})

test('only what readers never saw is deleted', async () => {
  const { p } = platform
  const draft = await desk.draft()
  await deleteDraft(p, WRITER, draft.id, 1)
  await expect(getStory(p, WRITER, draft.id)).rejects.toMatchObject({ kind: 'not-found' })
  const story = await desk.published()
  await expect(deleteDraft(p, EDITOR, story.id, 1)).rejects.toMatchObject({ kind: 'conflict' })
  await unpublishStory(p, EDITOR, story.id)
  await expect(deleteDraft(p, EDITOR, story.id, 1)).rejects.toMatchObject({ kind: 'conflict' })
})

test('who has no right to write reads no drafts', async () => {
  const { p } = platform
  const draft = await desk.draft()
  const query = storyListQuerySchema.parse({})
  for (const act of [
    getStory(p, HOST, draft.id),
    listDesk(p, HOST, query),
    getRevisions(p, HOST, draft.id, { below: null, limit: 1 }),
    getRevision(p, HOST, draft.id, 1),
    deleteDraft(p, HOST, draft.id, 1),
    restoreRevision(p, HOST, draft.id, 1, 1),
  ])
    await expect(act).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the desk lists by state, words, author, tag and maker, page by page', async () => {
  const { p } = platform
  const marked = await desk.draft({ headline: 'Find 100% of me_', tags: [desk.otherTag] })
  const list = async (query: object) => {
    const { items } = await listDesk(p, EDITOR, storyListQuerySchema.parse(query))
    return items.map(({ id }) => id)
  }
  expect(await list({ q: '100% of me_' })).toEqual([marked.id])
  expect(await list({ q: '100_ of' })).toEqual([])
  expect(await list({ tag: desk.otherTag })).toEqual([marked.id])
  expect(await list({ author: desk.author, state: 'draft' })).toContain(marked.id)
  expect(await list({ mine: '1' })).toContain(marked.id)
  expect(await list({ state: 'published' })).not.toContain(marked.id)
  const first = await listDesk(p, EDITOR, storyListQuerySchema.parse({ limit: 2 }))
  const second = await listDesk(p, EDITOR, storyListQuerySchema.parse({ limit: 2, after: first.next }))
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4)
})
