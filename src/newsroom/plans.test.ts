import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from '../../test/support/newsroom-desk.ts'
import { plansOf } from '../../test/support/plans.ts'
import { type TestPlatform, testPlatform } from '../../test/support/test-platform.ts'
import type { Source } from '../platform/db/database.ts'
import { readDesk } from './desk-store.ts'
import { findPublicationBySlug, nextPublication, readPublication } from './publication-store.ts'
import { readPictureUses } from './picture-use-store.ts'
import { readMatches, readSimilar } from './search-store.ts'
import { countByMonth, readAddresses, readMonths, readNewest, readPublicById } from './summary-store.ts'

const MANY = 20_000
let platform: TestPlatform
let ids: { tag: string; author: string; story: string }

beforeAll(async () => {
  platform = await testPlatform()
  const { q } = platform.p
  const desk = await openDesk(platform.p)
  await sql`insert into stories (id, phase, slug, headline, document, author_ids, tag_ids, updated_at)
    select uuidv7(), case when n % 100 = 0 then 'draft' else 'out' end, 'story-' || n,
      'Headline number ' || n || ' ' || md5(n::text), '{"schema":1,"blocks":[]}', array[${desk.author}::uuid],
      array[${desk.tag}::uuid], now() - make_interval(mins => n)
    from generate_series(1, ${sql.lit(MANY)}) n`.execute(q)
  await sql`insert into published_stories (id, slug, kind, sponsor, headline, standfirst, document, short_take,
      reading_minutes, published_at, updated_at, revision, words, alike_words)
    select id, slug, 'news', '', headline, '', document, false, 1,
      updated_at + case when slug like '%999' then interval '1 year' else interval '0' end, updated_at, 1,
      to_tsvector('english', headline), lower(headline)
    from stories where phase = 'out'`.execute(q)
  await sql`insert into story_tags select id, ${desk.tag}, 1, published_at from published_stories where slug like '%7'`.execute(
    q,
  )
  await sql`insert into story_authors select id, ${desk.author}, 1, published_at from published_stories`.execute(
    q,
  )
  await sql`vacuum analyze stories, published_stories, story_tags, story_authors`.execute(q)
  const { rows } = await sql<{ id: string }>`select id from published_stories where slug = 'story-7'`.execute(
    q,
  )
  ids = { tag: desk.tag, author: desk.author, story: rows[0]?.id ?? '' }
})
afterAll(() => platform.close())

const now = (): Date => platform.p.clock.now()

test.each<[string, (source: Source) => Promise<unknown>]>([
  ['the newest stories', (s) => readNewest(s, { now: now(), limit: 20, after: null })],
  [
    'an older page of them',
    (s) => readNewest(s, { now: now(), limit: 20, after: { at: new Date(Date.now() - 9e8), id: ids.story } }),
  ],
  ['a tag', (s) => readNewest(s, { now: now(), limit: 20, after: null, tagId: ids.tag })],
  ['an author', (s) => readNewest(s, { now: now(), limit: 20, after: null, authorId: ids.author })],
  ['short takes', (s) => readNewest(s, { now: now(), limit: 20, after: null, shortTake: true })],
  [
    'a month',
    (s) =>
      readNewest(s, { now: now(), limit: 20, after: null, from: new Date(Date.now() - 3e8), until: now() }),
  ],
  ['stories by id', (s) => readPublicById(s, [ids.story], now())],
  ['a story by id', (s) => readPublication(s, ids.story)],
  ['a story by slug', (s) => findPublicationBySlug(s, 'story-7')],
  ['the next to come out', (s) => nextPublication(s, now())],
  ['the months', (s) => readMonths(s, now())],
  ['the number of a month', (s) => countByMonth(s, now(), 'UTC')],
  ['addresses of a day', (s) => readAddresses(s, now(), new Date(Date.now() - 9e7), now())],
  ['a search', (s) => readMatches(s, { text: 'md5 number 4711', now: now(), limit: 20, skip: 0 })],
  [
    'a search with an error',
    (s) => readSimilar(s, { text: '4711 headlnie', now: now(), limit: 20, skip: 0 }),
  ],
  ['the uses of a picture', (s) => readPictureUses(s, ids.story)],
  ['drafts of the desk', (s) => readDesk(s, { now: now(), limit: 30, after: null, state: 'draft' })],
  ['the schedule', (s) => readDesk(s, { now: now(), limit: 30, after: null, state: 'scheduled' })],
  ['everything on the desk', (s) => readDesk(s, { now: now(), limit: 30, after: null })],
  ['a word on the desk', (s) => readDesk(s, { now: now(), limit: 30, after: null, words: 'number 4711' })],
])('%s: no table of stories is read from end to end', async (_, ask) => {
  const plans = await plansOf(platform.p, ask)
  expect(plans.length).toBeGreaterThan(0)
  for (const plan of plans)
    expect(plan).not.toMatch(/Seq Scan on (published_stories|stories|story_tags|story_authors)/)
})
