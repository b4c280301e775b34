import { sql, type Source } from '../platform/db/database.ts'
import type { Cursor } from './cursor.ts'
import type { StoredStory } from './story-store.ts'
import type { Kind, StoryState } from './wire.ts'

export interface DeskRow {
  id: string
  revision: number
  phase: StoredStory['phase']
  slug: string
  publicSlug: string | null
  kind: Kind
  headline: string
  shortTake: boolean
  authors: { id: string; name: string }[]
  cover: string | null
  publishedAt: Date | null
  publishedRevision: number | null
  updatedAt: Date
  updatedBy: string | null
}

export interface DeskQuery {
  now: Date
  limit: number
  after: Cursor | null
  state?: StoryState | undefined
  words?: string | undefined
  authorId?: string | undefined
  tagId?: string | undefined
  kind?: Kind | undefined
  createdBy?: string | undefined
}

const COLUMNS = sql`w.id, w.revision, w.phase, w.slug, s.slug as "publicSlug", w.kind, w.headline,
  w.short_take as "shortTake", w.cover, s.published_at as "publishedAt", s.revision as "publishedRevision",
  w.updated_at as "updatedAt", w.updated_by as "updatedBy",
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by array_position(w.author_ids, a.id)), '[]')
    from authors a where a.id = any(w.author_ids)) as authors`

/** Published ones by when they came out, scheduled ones by when they will, everything else by its last save. */
export async function readDesk({ q }: Source, query: DeskQuery): Promise<DeskRow[]> {
  const { state, after } = query
  const at = state === 'published' || state === 'scheduled' ? sql`s.published_at` : sql`w.updated_at`
  const id = state === 'published' || state === 'scheduled' ? sql`s.id` : sql`w.id`
  const forward = state === 'scheduled'
  const from =
    state === 'published' || state === 'scheduled'
      ? sql`published_stories s join stories w on w.id = s.id`
      : sql`stories w left join published_stories s on s.id = w.id`
  const conditions = [
    sql`true`,
    ...stateCondition(query),
    ...(after ? [sql`(${at}, ${id}) ${forward ? sql`>` : sql`<`} (${after.at}, ${after.id}::uuid)`] : []),
    ...(query.words ? [sql`w.headline ilike ${`%${escapeLike(query.words)}%`}`] : []),
    ...(query.authorId ? [sql`w.author_ids @> array[${query.authorId}::uuid]`] : []),
    ...(query.tagId ? [sql`w.tag_ids @> array[${query.tagId}::uuid]`] : []),
    ...(query.kind ? [sql`w.kind = ${query.kind}`] : []),
    ...(query.createdBy ? [sql`w.created_by = ${query.createdBy}`] : []),
  ]
  const order = forward ? sql`${at}, ${id}` : sql`${at} desc, ${id} desc`
  const { rows } = await sql<DeskRow>`select ${COLUMNS} from ${from}
    where ${sql.join(conditions, sql` and `)} order by ${order} limit ${query.limit}`.execute(q)
  return rows
}

function stateCondition({ state, now }: DeskQuery) {
  switch (state) {
    case undefined:
      return []
    case 'draft':
    case 'withdrawn':
      return [sql`w.phase = ${state}`]
    case 'published':
      return [sql`s.published_at <= ${now}`]
    case 'scheduled':
      return [sql`s.published_at > ${now}`]
  }
}

const escapeLike = (words: string): string => words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
