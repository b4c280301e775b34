import { sql, type Source } from '../platform/db/database.ts'
import type { Cursor } from './cursor.ts'
import { PUBLICATION, type StoredPublication } from './publication-store.ts'
import type { Kind } from './wire.ts'

export interface ListQuery {
  now: Date
  limit: number
  after: Cursor | null
  tagId?: string
  authorId?: string
  kind?: Kind
  shortTake?: boolean
  from?: Date
  until?: Date
}

/** Public now, the newest first. A list of one tag or author is read from that table's own index. */
export async function readNewest({ q }: Source, query: ListQuery): Promise<StoredPublication[]> {
  const { from, order, at, id } = indexFor(query)
  const conditions = [
    sql`${at} <= ${query.now}`,
    ...(query.after ? [sql`(${at}, ${id}) < (${query.after.at}, ${query.after.id}::uuid)`] : []),
    ...(query.tagId ? [sql`f.tag_id = ${query.tagId}`] : []),
    ...(query.authorId ? [authorCondition(query)] : []),
    ...(query.kind ? [sql`s.kind = ${query.kind}`] : []),
    ...(query.shortTake ? [sql`s.short_take`] : []),
    ...(query.from ? [sql`${at} >= ${query.from}`] : []),
    ...(query.until ? [sql`${at} < ${query.until}`] : []),
  ]
  const { rows } = await sql<StoredPublication>`select ${PUBLICATION} from ${from}
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${query.limit}`.execute(q)
  return rows
}

const indexFor = ({ tagId, authorId }: ListQuery) =>
  tagId || authorId
    ? {
        from: tagId
          ? sql`story_tags f join published_stories s on s.id = f.story_id`
          : sql`story_authors f join published_stories s on s.id = f.story_id`,
        order: sql`f.published_at desc, f.story_id desc`,
        at: sql`f.published_at`,
        id: sql`f.story_id`,
      }
    : {
        from: sql`published_stories s`,
        order: sql`s.published_at desc, s.id desc`,
        at: sql`s.published_at`,
        id: sql`s.id`,
      }

const authorCondition = ({ tagId, authorId }: ListQuery) =>
  tagId
    ? sql`exists (select from story_authors by where by.story_id = s.id and by.author_id = ${authorId})`
    : sql`f.author_id = ${authorId}`

/** Those of these ids that are public now, in the order of the ids. */
export async function readPublicById(
  { q }: Source,
  ids: readonly string[],
  now: Date,
): Promise<StoredPublication[]> {
  const { rows } = await sql<StoredPublication>`select ${PUBLICATION} from published_stories s
    where s.id = any(${ids}::uuid[]) and s.published_at <= ${now} order by array_position(${ids}::uuid[], s.id)`.execute(
    q,
  )
  return rows
}

/** `found(month)`: months that have public stories, found by skipping from one to the one before, whatever lies between. */
const monthsFound = (now: Date, zone: string) => sql`
    with recursive found as (
      (select date_trunc('month', published_at at time zone ${zone}) as month from published_stories
        where published_at <= ${now} order by published_at desc limit 1)
      union all
      select (select date_trunc('month', published_at at time zone ${zone}) from published_stories
        where published_at < found.month at time zone ${zone} order by published_at desc limit 1)
      from found where found.month is not null)`

/** The months of the archive, the newest first, each with the number of its public stories. */
export async function countByMonth(
  { q }: Source,
  now: Date,
  zone: string,
): Promise<{ month: string; stories: number }[]> {
  const { rows } = await sql<{ month: string; stories: number }>`
    ${monthsFound(now, zone)}
    select to_char(month, 'YYYY-MM') as month, (
        select count(*) from published_stories where published_at <= ${now}
          and published_at >= found.month at time zone ${zone}
          and published_at < (found.month + interval '1 month') at time zone ${zone}) as stories
    from found where month is not null order by month desc`.execute(q)
  return rows
}

export async function readMonths({ q }: Source, now: Date): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    ${monthsFound(now, 'UTC')}
    select to_char(month, 'YYYY-MM') as month from found where month is not null`.execute(q)
  return rows.map(({ month }) => month)
}

/** A sitemap's file holds at most so many addresses (sitemaps.org). */
const MAX_ADDRESSES = 50_000

export async function readAddresses(
  { q }: Source,
  now: Date,
  from: Date,
  until: Date,
): Promise<{ slug: string; headline: string; publishedAt: Date; updatedAt: Date }[]> {
  const { rows } = await sql<{ slug: string; headline: string; publishedAt: Date; updatedAt: Date }>`
    select slug, headline, published_at as "publishedAt", updated_at as "updatedAt" from published_stories
    where published_at <= ${now} and published_at >= ${from} and published_at < ${until}
    order by published_at desc, id desc limit ${MAX_ADDRESSES}`.execute(q)
  return rows
}
