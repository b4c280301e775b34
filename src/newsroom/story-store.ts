import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { StoryInput } from './wire.ts'

/** A working version, as the studio edits it. */
export interface StoredStory extends StoryInput {
  id: string
  phase: 'draft' | 'out' | 'withdrawn'
  /** Since when readers could see it first; it may lie ahead. */
  firstPublicAt: Date | null
  /** The slug that it had in public last. */
  publicSlug: string | null
  revision: number
  createdBy: string | null
  createdAt: Date
  updatedBy: string | null
  updatedAt: Date
}

const COLUMNS = sql`id, phase, slug, kind, sponsor, headline, standfirst, document, cover, short_take as "shortTake",
  author_ids as authors, tag_ids as tags, first_public_at as "firstPublicAt", public_slug as "publicSlug", revision,
  created_by as "createdBy", created_at as "createdAt", updated_by as "updatedBy", updated_at as "updatedAt"`

export async function readStory({ q }: Source, id: string): Promise<StoredStory | null> {
  const { rows } = await sql<StoredStory>`select ${COLUMNS} from stories where id = ${id}`.execute(q)
  return rows[0] ?? null
}

/** Keeps every other change of this story waiting until this one is committed. */
export async function lockStory(w: Write, id: string): Promise<StoredStory | null> {
  const { rows } = await sql<StoredStory>`select ${COLUMNS} from stories where id = ${id} for update`.execute(
    w.q,
  )
  return rows[0] ?? null
}

export async function insertStory(w: Write, content: StoryInput, by: string | null): Promise<StoredStory> {
  const { rows } = await sql<StoredStory>`
    insert into stories (slug, kind, sponsor, headline, standfirst, document, cover, short_take, author_ids, tag_ids,
      created_by, created_at, updated_by, updated_at)
    values (${content.slug}, ${content.kind}, ${content.sponsor}, ${content.headline}, ${content.standfirst},
      ${JSON.stringify(content.document)}::jsonb, ${content.cover}, ${content.shortTake}, ${content.authors}::uuid[],
      ${content.tags}::uuid[], ${by}, ${w.now}, ${by}, ${w.now})
    returning ${COLUMNS}`.execute(w.q)
  return only(rows)
}

/** Replaces the content; the caller holds the lock and has compared the revision. */
export async function updateStory(
  w: Write,
  id: string,
  content: StoryInput,
  by: string | null,
): Promise<StoredStory> {
  const { rows } = await sql<StoredStory>`
    update stories set slug = ${content.slug}, kind = ${content.kind}, sponsor = ${content.sponsor},
      headline = ${content.headline}, standfirst = ${content.standfirst},
      document = ${JSON.stringify(content.document)}::jsonb, cover = ${content.cover},
      short_take = ${content.shortTake}, author_ids = ${content.authors}::uuid[], tag_ids = ${content.tags}::uuid[],
      revision = revision + 1, updated_by = ${by}, updated_at = ${w.now}
    where id = ${id} returning ${COLUMNS}`.execute(w.q)
  return only(rows)
}

export async function setPhase(
  w: Write,
  id: string,
  { phase, firstPublicAt, publicSlug }: Pick<StoredStory, 'phase' | 'firstPublicAt' | 'publicSlug'>,
): Promise<void> {
  await sql`update stories set phase = ${phase}, first_public_at = ${firstPublicAt}, public_slug = ${publicSlug}
    where id = ${id}`.execute(w.q)
}

export async function deleteStory(w: Write, id: string): Promise<void> {
  await sql`delete from stories where id = ${id}`.execute(w.q)
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('The story vanished while it was locked.')
  return row
}
