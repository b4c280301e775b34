import {
  createAuthor,
  createStory,
  createTag,
  documentOf,
  findAuthorBySlug,
  findTagBySlug,
  publishStory,
} from '../newsroom/public.ts'
import { SYSTEM } from '../people/public.ts'
import { artSvg } from './art/draw-art.ts'
import { portraitSvg } from './art/portrait.ts'
import { authors } from './content/authors.ts'
import type { DemoBlock, DemoStory } from './content/demo-types.ts'
import { stories } from './content/stories.ts'
import { tags } from './content/tags.ts'
import type { Sower } from './sower.ts'

const COVER = { width: 1600, height: 900 }
const MINUTE_MS = 60_000

export async function sowNames(sower: Sower): Promise<void> {
  const { p } = sower
  for (const { slug, name, role, bio, look } of authors)
    await sower.once(
      `author:${slug}`,
      async () => {
        const portrait = await sower.picture(portraitSvg(look), {
          alt: `Portrait of ${name}`,
          credit: 'Late Horn',
        })
        return (await createAuthor(p, SYSTEM, { slug, name, roleTitle: role, bio, portrait })).id
      },
      async () => (await findAuthorBySlug(p, slug))?.id ?? null,
    )
  for (const tag of tags)
    await sower.once(
      `tag:${tag.slug}`,
      async () => (await createTag(p, SYSTEM, tag)).id,
      async () => (await findTagBySlug(p, tag.slug))?.id ?? null,
    )
}

/** Oldest first, so that what is new was also made last. */
export async function sowStories(sower: Sower, start: Date): Promise<void> {
  const age = ({ publishedMinutesAgo }: DemoStory): number => publishedMinutesAgo ?? -1
  for (const story of stories.toSorted((a, b) => age(b) - age(a))) {
    const id = await sower.once(
      `story:${story.slug}`,
      () => draft(sower, story),
      () => Promise.resolve(null),
    )
    await sower.once(
      `published:${story.slug}`,
      () => publish(sower, id, story, start),
      () => Promise.resolve(null),
    )
  }
}

async function draft(sower: Sower, story: DemoStory): Promise<string> {
  const { cover } = story
  const { id } = await createStory(sower.p, SYSTEM, {
    slug: story.slug,
    kind: story.kind,
    sponsor: story.sponsor ?? '',
    headline: story.headline,
    standfirst: story.standfirst,
    cover: await sower.picture(artSvg(cover.art, COVER.width, COVER.height), cover),
    shortTake: story.shortTake ?? false,
    authors: story.authors.map((slug) => sower.idOf(`author:${slug}`)),
    tags: story.tags.map((slug) => sower.idOf(`tag:${slug}`)),
    document: documentOf(await Promise.all(story.blocks.map((block) => toBlock(sower, block)))),
  })
  return id
}

async function toBlock(sower: Sower, block: DemoBlock): Promise<Parameters<typeof documentOf>[0][number]> {
  if (block.type === 'card')
    return { type: 'card', module: block.module, ref: sower.idOf(`event:${block.ref}`) }
  if (block.type !== 'image') return block
  const { art, type, credit = 'Late Horn', ...about } = block
  const picture = await sower.picture(artSvg(art, COVER.width, COVER.height), { ...about, credit })
  return { type, picture, ...about, credit }
}

async function publish(sower: Sower, id: string, story: DemoStory, start: Date): Promise<string> {
  const { publishedMinutesAgo, scheduledInMinutes, correction } = story
  if (publishedMinutesAgo !== null) {
    const at = new Date(start.getTime() - publishedMinutesAgo * MINUTE_MS)
    await publishStory(sower.p, SYSTEM, id, { revision: null, at })
    if (correction)
      await publishStory(sower.p, SYSTEM, id, {
        revision: null,
        correction: correction.note,
        changedAt: new Date(start.getTime() - correction.atMinutesAgo * MINUTE_MS),
      })
    return 'published'
  }
  if (scheduledInMinutes === undefined) return 'draft'
  await publishStory(sower.p, SYSTEM, id, {
    revision: null,
    at: new Date(start.getTime() + scheduledInMinutes * MINUTE_MS),
  })
  return 'scheduled'
}
