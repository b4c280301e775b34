import { addressTopic } from '../platform/address-store.ts'
import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { Document } from './document.ts'
import { type Filed, storyPath, topicsOf } from './story.ts'
import type { Kind } from './wire.ts'
import type { Words } from './words.ts'
import { searchVector } from './words-store.ts'

/** The public version, with who and what it is filed under. */
export interface StoredPublication extends Filed {
  slug: string
  kind: Kind
  sponsor: string
  headline: string
  standfirst: string
  cover: string | null
  shortTake: boolean
  readingMinutes: number
  publishedAt: Date
  updatedAt: Date
  correctedAt: Date | null
  revision: number
  authors: { id: string; slug: string; name: string; portrait: string | null }[]
  tags: { id: string; slug: string; name: string }[]
}

export interface NewPublication extends StoredPublication {
  document: Document
  words: Words
}

/** Everything that changes when this version comes out, is replaced or goes. */
export const publicTopicsOf = (story: StoredPublication): string[] => [
  ...topicsOf(story),
  addressTopic(storyPath(story.slug)),
  'corrections',
]

/** What every list and page reads of a public version. Its rows are called `s`. */
export const PUBLICATION = sql`s.id, s.slug, s.kind, s.sponsor, s.headline, s.standfirst, s.cover,
  s.short_take as "shortTake", s.reading_minutes as "readingMinutes", s.published_at as "publishedAt",
  s.updated_at as "updatedAt", s.corrected_at as "correctedAt", s.revision,
  (select coalesce(json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'portrait', a.portrait)
      order by sa.place), '[]') from story_authors sa join authors a on a.id = sa.author_id where sa.story_id = s.id) as authors,
  (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) order by st.place), '[]')
    from story_tags st join tags t on t.id = st.tag_id where st.story_id = s.id) as tags`

/** Whatever its time: the caller asks `isVisible`. */
export async function readPublication({ q }: Source, id: string): Promise<StoredPublication | null> {
  const { rows } = await sql<StoredPublication>`
    select ${PUBLICATION} from published_stories s where s.id = ${id}`.execute(q)
  return rows[0] ?? null
}

export async function findPublicationBySlug({ q }: Source, slug: string): Promise<StoredPublication | null> {
  const { rows } = await sql<StoredPublication>`
    select ${PUBLICATION} from published_stories s where s.slug = ${slug}`.execute(q)
  return rows[0] ?? null
}

export async function readPublishedDocument({ q }: Source, id: string): Promise<Document | null> {
  const { rows } = await sql<{ document: Document }>`
    select document from published_stories where id = ${id}`.execute(q)
  return rows[0]?.document ?? null
}

/** The clips that stand in these stories, by story, in their order; stories without one are left out. */
export async function readShownClips(
  { q }: Source,
  ids: readonly string[],
): Promise<{ id: string; clips: string[] }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; clips: string[] }>`
    select id, jsonb_path_query_array(document, '$.blocks[*] ? (@.type == "clip").clip') as clips
    from published_stories where id = any(${ids}::uuid[])
      and jsonb_path_exists(document, '$.blocks[*] ? (@.type == "clip")')`.execute(q)
  return rows
}

/** Locked, so that one which is published again meanwhile does not get its old words back. */
export async function readWorded(
  w: Write,
  ids: readonly string[],
): Promise<(StoredPublication & { document: Document })[]> {
  const { rows } = await sql<StoredPublication & { document: Document }>`
    select ${PUBLICATION}, s.document from published_stories s where s.id = any(${ids}::uuid[]) order by s.id for update of s`.execute(
    w.q,
  )
  return rows
}

/** Replaces the public version whole. */
export async function writePublication(w: Write, story: NewPublication): Promise<void> {
  await sql`
    insert into published_stories (id, slug, kind, sponsor, headline, standfirst, document, cover, short_take,
      reading_minutes, published_at, updated_at, corrected_at, revision, words, alike_words)
    values (${story.id}, ${story.slug}, ${story.kind}, ${story.sponsor}, ${story.headline}, ${story.standfirst},
      ${JSON.stringify(story.document)}::jsonb, ${story.cover}, ${story.shortTake}, ${story.readingMinutes},
      ${story.publishedAt}, ${story.updatedAt}, ${story.correctedAt}, ${story.revision},
      ${searchVector(story.words)}, lower(${story.words.alike}))
    on conflict (id) do update set slug = excluded.slug, kind = excluded.kind, sponsor = excluded.sponsor,
      headline = excluded.headline, standfirst = excluded.standfirst, document = excluded.document,
      cover = excluded.cover, short_take = excluded.short_take, reading_minutes = excluded.reading_minutes,
      published_at = excluded.published_at, updated_at = excluded.updated_at, corrected_at = excluded.corrected_at,
      revision = excluded.revision, words = excluded.words, alike_words = excluded.alike_words`.execute(w.q)
  await sql`delete from story_authors where story_id = ${story.id}`.execute(w.q)
  await sql`insert into story_authors (story_id, author_id, place, published_at)
    select ${story.id}, author, place, ${story.publishedAt}
    from unnest(${story.authors.map(({ id }) => id)}::uuid[]) with ordinality as filed(author, place)`.execute(
    w.q,
  )
  await sql`delete from story_tags where story_id = ${story.id}`.execute(w.q)
  await sql`insert into story_tags (story_id, tag_id, place, published_at)
    select ${story.id}, tag, place, ${story.publishedAt}
    from unnest(${story.tags.map(({ id }) => id)}::uuid[]) with ordinality as filed(tag, place)`.execute(w.q)
}

export async function movePublication(w: Write, id: string, publishedAt: Date): Promise<void> {
  await sql`update published_stories set published_at = ${publishedAt}, updated_at = ${publishedAt} where id = ${id}`.execute(
    w.q,
  )
  await sql`update story_authors set published_at = ${publishedAt} where story_id = ${id}`.execute(w.q)
  await sql`update story_tags set published_at = ${publishedAt} where story_id = ${id}`.execute(w.q)
}

export async function deletePublication(w: Write, id: string): Promise<void> {
  await sql`delete from published_stories where id = ${id}`.execute(w.q)
}

/** Whether readers knew the story of this slug, which they do not see now: taken back, and scheduled again. */
export async function wasPublicBySlug({ q }: Source, slug: string, now: Date): Promise<boolean> {
  const { rows } = await sql`select from published_stories s join stories w on w.id = s.id
    where s.slug = ${slug} and s.published_at > ${now} and w.first_public_at <= ${now}`.execute(q)
  return rows.length > 0
}

/** When the next scheduled story comes out. */
export async function nextPublication({ q }: Source, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select published_at as at from published_stories where published_at > ${now} order by published_at limit 1`.execute(
    q,
  )
  return rows[0]?.at ?? null
}
