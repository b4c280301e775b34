import { audit, type Person, requireRight } from '../people/public.ts'
import { claimAddress, forgetAddresses } from '../platform/address-store.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Write } from '../platform/log/write.ts'
import type { Platform } from '../platform/platform.ts'
import { readAuthors } from './author-store.ts'
import { insertCorrection } from './correction-store.ts'
import { describeStory } from './describe-story.ts'
import { plainText } from './document.ts'
import {
  type NewPublication,
  publicTopicsOf,
  readPublication,
  type StoredPublication,
  writePublication,
} from './publication-store.ts'
import { publishProblems } from './publish-problems.ts'
import { publicSlugOf } from './public-slug.ts'
import { thinRevisions } from './revision-store.ts'
import { deskTopicsOf, isVisible, readingMinutes, storyPath, storySubject } from './story.ts'
import { setPhase, type StoredStory } from './story-store.ts'
import { storyToChange } from './stored-story.ts'
import { readTags } from './tag-store.ts'
import type { Story } from './wire.ts'
import { wordsOf } from './words.ts'

export interface PublishInput {
  /** The working revision that is meant; `null`: whatever is there. */
  revision: number | null
  /** Left out: now. An instant that has passed is for Pressbox itself alone. */
  at?: Date | undefined
  /** A public note of what was wrong. */
  correction?: string | undefined
  /** When the change happened, if not now; for Pressbox itself alone. */
  changedAt?: Date | undefined
}

/** Makes the working version the public one: now, at an instant, or again, as a change of what readers see. */
export async function publishStory(
  p: Platform,
  person: Person,
  id: string,
  input: PublishInput,
): Promise<Story> {
  requireRight(person, 'story.publish')
  return p.write(async (w) => {
    const story = await storyToChange(w, id, input.revision)
    const problems = await publishProblems(w, p.cards, story)
    if (problems.length > 0)
      throw new Refusal(
        'unprocessable',
        `The story cannot be published yet. ${problems.map(({ problem }) => problem).join(' ')}`,
        { problems },
      )
    const before = await readPublication(w, id)
    const publishedAt = momentOf(w, person, story, before, input)
    const after = await toPublication(w, story, before, publishedAt, input)
    await claimPath(w, story, before, after)
    await writePublication(w, after)
    await setPhase(w, id, {
      phase: 'out',
      firstPublicAt: wasPublic(story, w.now) ? story.firstPublicAt : publishedAt,
      publicSlug: after.slug,
    })
    if (input.correction) await insertCorrection(w, id, input.changedAt ?? w.now, person.id, input.correction)
    await thinRevisions(w, id, before?.revision ?? 0)
    await announce(w, before, after)
    await audit(w, person, before ? 'story.republish' : 'story.publish', storySubject(id), {
      revision: story.revision,
      publishedAt,
      corrected: Boolean(input.correction),
    })
    return describeStory(w, story, w.now)
  })
}

export const wasPublic = ({ firstPublicAt }: StoredStory, now: Date): boolean =>
  firstPublicAt !== null && firstPublicAt <= now

/** A story keeps the date at which readers saw it first. */
function momentOf(
  { now }: Write,
  person: Person,
  story: StoredStory,
  before: StoredPublication | null,
  { at, correction, changedAt }: PublishInput,
): Date {
  const isOut = before !== null && isVisible(before, now)
  if (changedAt && person.kind !== 'system')
    throw new Refusal('forbidden', 'The time of a change is the time at which it is published.')
  if (correction && !isOut)
    throw new Refusal(
      'conflict',
      'Only a story that readers can see is corrected. Publish it without a note.',
    )
  if (at === undefined)
    return isOut ? before.publishedAt : wasPublic(story, now) ? (story.firstPublicAt ?? now) : now
  if (isOut)
    throw new Refusal(
      'conflict',
      'This story is public already: publish the change now, or unpublish it first.',
    )
  if (at <= now && person.kind !== 'system')
    throw new Refusal('unprocessable', 'That time has passed. Choose a later one, or publish now.')
  return at
}

async function toPublication(
  w: Write,
  story: StoredStory,
  before: StoredPublication | null,
  publishedAt: Date,
  { correction, changedAt = w.now }: PublishInput,
): Promise<NewPublication> {
  const authors = await readAuthors(w, story.authors)
  const tags = await readTags(w, story.tags)
  const isChange = before !== null && isVisible(before, w.now)
  return {
    id: story.id,
    slug: await publicSlugOf(w, story),
    kind: story.kind,
    sponsor: story.kind === 'sponsored' ? story.sponsor : '',
    headline: story.headline,
    standfirst: story.standfirst,
    document: story.document,
    cover: story.cover,
    shortTake: story.shortTake,
    readingMinutes: readingMinutes(plainText(story.document)),
    publishedAt,
    updatedAt: isChange ? changedAt : publishedAt,
    correctedAt: correction ? changedAt : (before?.correctedAt ?? null),
    revision: story.revision,
    authors,
    tags,
    words: wordsOf({ ...story, authors, tags }),
  }
}

async function claimPath(
  w: Write,
  story: StoredStory,
  before: StoredPublication | null,
  after: NewPublication,
): Promise<void> {
  const moves = story.publicSlug !== null && story.publicSlug !== after.slug
  if (moves && !wasPublic(story, w.now)) await forgetAddresses(w, storySubject(story.id))
  // Its old address would redirect to the new one before its time.
  if (moves && wasPublic(story, w.now) && after.publishedAt > w.now)
    throw new Refusal(
      'conflict',
      `Readers know this story as ${storyPath(story.publicSlug ?? '')}. Keep that address until it is public again, or publish it now.`,
    )
  if (!before || moves) await claimAddress(w, storyPath(after.slug), storySubject(story.id))
}

/** Touches what shows it, as it was and as it will be, now and at the instant at which it comes out. */
async function announce(w: Write, before: StoredPublication | null, after: StoredPublication): Promise<void> {
  const topics = [...publicTopicsOf(after), ...deskTopicsOf(after.id)]
  w.touch(...topics, ...(before ? publicTopicsOf(before) : []))
  if (!isVisible(after, w.now)) w.schedule(after.publishedAt, ...topics)
}
