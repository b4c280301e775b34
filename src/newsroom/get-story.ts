import { type Person, requireRight } from '../people/public.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Platform } from '../platform/platform.ts'
import { describeStory } from './describe-story.ts'
import { listRevisions, readRevision } from './revision-store.ts'
import { storyToRead } from './stored-story.ts'
import type { Revision, RevisionItem, Story } from './wire.ts'

export async function getStory(p: Platform, person: Person, id: string): Promise<Story> {
  requireRight(person, 'story.write')
  return describeStory(p, await storyToRead(p, id), p.clock.now())
}

/** Every save, the newest first. */
export async function getRevisions(
  p: Platform,
  person: Person,
  id: string,
  { below, limit }: { below: number | null; limit: number },
): Promise<{ items: RevisionItem[]; next: string | null }> {
  requireRight(person, 'story.write')
  await storyToRead(p, id)
  const rows = await listRevisions(p, id, below, limit + 1)
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }))
  return { items, next: rows.length > limit ? String(items.at(-1)?.revision) : null }
}

export async function getRevision(
  p: Platform,
  person: Person,
  id: string,
  revision: number,
): Promise<Revision> {
  requireRight(person, 'story.write')
  const kept = await readRevision(p, id, revision)
  if (!kept) throw new Refusal('not-found', `This story has no revision ${revision}.`)
  return { ...kept, at: kept.at.toISOString() }
}
