import { findShownPictures } from '../footage/public.ts'
import type { Reading } from '../platform/live/reading.ts'
import { findAuthorBySlug } from './author-store.ts'
import { isMonth, monthBounds, readBrandTime } from './brand-time.ts'
import { type Cursor, formatCursor, parseCursor } from './cursor.ts'
import { nextPublication, type StoredPublication } from './publication-store.ts'
import { authorTopic, storyPath, storyTopic, tagTopic } from './story.ts'
import type { StoryPage, StoryQuery, StorySummary } from './summary.ts'
import { countByMonth, readAddresses, readMonths, readNewest, readPublicById } from './summary-store.ts'
import { findTagBySlug } from './tag-store.ts'

const NONE: StoryPage = { items: [], next: null }

/** Public stories, the newest first. A cursor that no list gave out, an unknown tag or author: nothing. */
export async function listStories(reading: Reading, query: StoryQuery): Promise<StoryPage> {
  const after = query.after === undefined ? null : parseCursor(query.after)
  if (query.after !== undefined && !after) return NONE
  if (query.month !== undefined && !isMonth(query.month)) return NONE
  await noteNextPublication(reading)
  const filter = await filterOf(reading, query)
  if (!filter) return NONE
  const { limit } = query
  const rows = await readNewest(reading, { ...filter, now: reading.now, limit: limit + 1, after })
  const items = await toSummaries(reading, rows.slice(0, limit))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? formatCursor(cursorOf(last)) : null }
}

const cursorOf = ({ publishedAt, id }: StorySummary): Cursor => ({ at: publishedAt, id })

async function filterOf(reading: Reading, query: StoryQuery) {
  if (query.tag !== undefined) reading.topic(tagTopic(query.tag), 'tags')
  else if (query.author !== undefined) reading.topic(authorTopic(query.author), 'authors')
  else reading.topic('stories')
  const tag = query.tag === undefined ? undefined : await findTagBySlug(reading, query.tag)
  const author = query.author === undefined ? undefined : await findAuthorBySlug(reading, query.author)
  if (tag === null || author === null) return null
  return {
    ...(tag && { tagId: tag.id }),
    ...(author && { authorId: author.id }),
    ...(query.kind && { kind: query.kind }),
    ...(query.shortTake && { shortTake: true }),
    ...(query.month !== undefined && monthBounds(query.month, (await readBrandTime(reading)).timeZone)),
  }
}

/** The public ones of these, in their order. */
export async function findStoriesById(reading: Reading, ids: readonly string[]): Promise<StorySummary[]> {
  reading.topic(...ids.map(storyTopic))
  if (ids.length === 0) return []
  await noteNextPublication(reading)
  return toSummaries(reading, await readPublicById(reading, ids, reading.now))
}

const noted = new WeakMap<Reading, Promise<void>>()

/** Whatever is listed changes when the next scheduled story comes out; asked once a rendering. */
export function noteNextPublication(reading: Reading): Promise<void> {
  const asked =
    noted.get(reading) ?? nextPublication(reading, reading.now).then((instant) => reading.until(instant))
  noted.set(reading, asked)
  return asked
}

export async function toSummaries(
  reading: Reading,
  rows: readonly StoredPublication[],
): Promise<StorySummary[]> {
  reading.topic('authors', 'tags')
  const pictures = await findShownPictures(
    reading,
    rows.flatMap((row) => [row.cover, ...row.authors.map(({ portrait }) => portrait)]),
  )
  const picture = (id: string | null) => (id ? (pictures.get(id) ?? null) : null)
  return rows.map((row) => ({
    ...row,
    path: storyPath(row.slug),
    cover: picture(row.cover),
    authors: row.authors.map(({ slug, name, portrait }) => ({ slug, name, portrait: picture(portrait) })),
    tags: row.tags.map(({ slug, name }) => ({ slug, name })),
  }))
}

export async function countStoriesByMonth(reading: Reading): Promise<{ month: string; stories: number }[]> {
  reading.topic('stories')
  await noteNextPublication(reading)
  return countByMonth(reading, reading.now, (await readBrandTime(reading)).timeZone)
}

export interface StoryAddress {
  path: string
  headline: string
  publishedAt: Date
  updatedAt: Date
}

/** The months (`2026-11`, UTC) that have public stories, the newest first: each is one file of the sitemap. */
export async function storyAddressChunks(reading: Reading): Promise<string[]> {
  reading.topic('stories')
  await noteNextPublication(reading)
  return readMonths(reading, reading.now)
}

/** The addresses of the stories of one such month; a month that is none has no addresses. */
export async function storyAddresses(reading: Reading, month: string): Promise<StoryAddress[]> {
  reading.topic('stories')
  if (!isMonth(month)) return []
  await noteNextPublication(reading)
  const { from, until } = monthBounds(month, 'UTC')
  const rows = await readAddresses(reading, reading.now, from, until)
  return rows.map(({ slug, ...row }) => ({ path: storyPath(slug), ...row }))
}
