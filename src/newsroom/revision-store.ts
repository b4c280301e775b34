import { sql, type Source } from '../platform/db/database.ts'
import type { Write } from '../platform/log/write.ts'
import type { StoredStory } from './story-store.ts'
import { storyContentSchema, type StoryInput } from './wire.ts'

export interface StoredRevision {
  revision: number
  at: Date
  by: string | null
  headline: string
}

/** Keeps what was just saved. */
export async function keepRevision(w: Write, story: StoredStory): Promise<void> {
  await sql`insert into story_revisions (story_id, revision, at, by_id, headline, content)
    values (${story.id}, ${story.revision}, ${story.updatedAt}, ${story.updatedBy}, ${story.headline},
      ${JSON.stringify(contentOf(story))}::jsonb)`.execute(w.q)
}

/** Of what one person has saved within a minute, keeps the last: a save is made at every pause in the typing. `after`: from above this revision on. */
export async function thinRevisions(w: Write, id: string, after: number): Promise<void> {
  await sql`delete from story_revisions kept using (
      select revision, at, by_id, lead(at) over saves as next_at, lead(by_id) over saves as next_by_id
      from story_revisions where story_id = ${id} and revision > ${after} window saves as (order by revision)) save
    where kept.story_id = ${id} and kept.revision = save.revision and next_by_id is not distinct from save.by_id
      and date_trunc('minute', next_at) = date_trunc('minute', save.at)`.execute(w.q)
}

export const contentOf = (story: StoryInput): StoryInput => ({
  slug: story.slug,
  kind: story.kind,
  sponsor: story.sponsor,
  headline: story.headline,
  standfirst: story.standfirst,
  document: story.document,
  cover: story.cover,
  shortTake: story.shortTake,
  authors: story.authors,
  tags: story.tags,
})

/** The newest first, from below a revision on. */
export async function listRevisions(
  { q }: Source,
  id: string,
  below: number | null,
  limit: number,
): Promise<StoredRevision[]> {
  const { rows } = await sql<StoredRevision>`
    select revision, at, by_id as by, headline from story_revisions
    where story_id = ${id} and (${below}::int is null or revision < ${below}::int)
    order by revision desc limit ${limit}`.execute(q)
  return rows
}

interface WholeRevision extends StoredRevision {
  content: StoryInput
  before: number | null
}

export async function readRevision(
  { q }: Source,
  id: string,
  revision: number,
): Promise<WholeRevision | null> {
  const { rows } = await sql<Omit<WholeRevision, 'content'> & { content: unknown }>`
    select revision, at, by_id as by, headline, content,
      (select max(earlier.revision) from story_revisions earlier
        where earlier.story_id = ${id} and earlier.revision < ${revision}) as before
    from story_revisions where story_id = ${id} and revision = ${revision}`.execute(q)
  const row = rows[0]
  return row ? { ...row, content: storyContentSchema.parse(row.content) } : null
}
