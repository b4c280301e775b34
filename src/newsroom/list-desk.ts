import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { formatCursor, parseCursor } from './cursor.ts'
import { type DeskRow, readDesk } from './desk-store.ts'
import { stateOf } from './describe-story.ts'
import { storyPath } from './story.ts'
import type { StoryList, StoryListItem, StoryListQuery } from './wire.ts'

/** Every story that the newsroom has, whatever its state. */
export async function listDesk(p: Platform, person: Person, query: StoryListQuery): Promise<StoryList> {
  requireRight(person, 'story.write')
  const after = query.after === undefined ? null : parseCursor(query.after)
  if (query.after !== undefined && !after)
    throw new Refusal('invalid', 'This cursor is not one of ours. Begin with the first page again.')
  const now = p.clock.now()
  const rows = await readDesk(p, {
    now,
    after,
    limit: query.limit + 1,
    state: query.state,
    words: query.q?.trim() || undefined,
    authorId: query.author,
    tagId: query.tag,
    kind: query.kind,
    // Nobody's own stories are none: a caller without an id made nothing.
    createdBy: query.mine ? (person.id ?? 'nobody') : undefined,
  })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => describe(row, now)),
    next: rows.length > query.limit && last ? formatCursor({ at: orderOf(last, query), id: last.id }) : null,
  }
}

const orderOf = (row: DeskRow, { state }: StoryListQuery): Date =>
  state === 'published' || state === 'scheduled' ? (row.publishedAt ?? row.updatedAt) : row.updatedAt

function describe(row: DeskRow, now: Date): StoryListItem {
  const publication = row.publishedAt && { publishedAt: row.publishedAt }
  return {
    id: row.id,
    revision: row.revision,
    state: stateOf(row.phase, publication, now),
    slug: row.slug,
    path: row.publicSlug === null ? null : storyPath(row.publicSlug),
    kind: row.kind,
    headline: row.headline,
    shortTake: row.shortTake,
    authors: row.authors,
    cover: row.cover,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
    unpublishedChanges: row.publishedRevision !== null && row.publishedRevision < row.revision,
  }
}
