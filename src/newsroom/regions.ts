import { pictureHtml } from '../footage/public.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import type { Reading } from '../platform/live/reading.ts'
import type { RegionPattern, RegionRenderer } from '../platform/live/regions.ts'
import type { Platform } from '../platform/platform.ts'
import { isMonth, readBrandTime } from './brand-time.ts'
import { listStories } from './list-stories.ts'
import { archiveMonths } from './pages/archive.ts'
import { correctionsNewest } from './pages/corrections.ts'
import { listPageHtml } from './pages/story-list.ts'
import { findPublicAuthor, findPublicTag } from './read-names.ts'
import { readPublicStory, withText } from './read-story.ts'
import { renderDocument } from './render-document.ts'
import { archivePath, authorPath, tagPath } from './story.ts'
import { correctionsHtml, coverHtml, headHtml, moreHtml, tagsHtml } from './story-html.ts'
import { surroundingsOf } from './surroundings.ts'

export const newsroomRegions = (p: Platform): Record<RegionPattern, RegionRenderer> => ({
  'story:*/head': storyHead,
  'story:*/body': (reading, id) => storyBody(p, reading, id),
  'story:*/corrections': storyCorrections,
  'story:*/tags': storyTags,
  'story:*/more': storyMore,
  'tag:*/about': tagAbout,
  'tag:*/stories': async (reading, slug) =>
    (await findPublicTag(reading, slug)) ? listPageHtml(reading, tagPath(slug), { tag: slug }) : null,
  'author:*/about': authorAbout,
  'author:*/stories': async (reading, slug) =>
    (await findPublicAuthor(reading, slug))
      ? listPageHtml(reading, authorPath(slug), { author: slug })
      : null,
  'corrections/newest': correctionsNewest,
  'archive/months': archiveMonths,
  'archive:*/stories': async (reading, month) =>
    isMonth(month) ? listPageHtml(reading, archivePath(month), { month }) : null,
})

async function storyHead(reading: Reading, id: string): Promise<Html | null> {
  const story = await readPublicStory(reading, id)
  return story && headHtml(story, await readBrandTime(reading))
}

async function storyBody(p: Platform, reading: Reading, id: string): Promise<Html | null> {
  const story = await readPublicStory(reading, id)
  const whole = story && (await withText(reading, story))
  if (!whole) return null
  const text = renderDocument(whole.document, await surroundingsOf(p, reading, whole.document))
  return html`${coverHtml(whole.story.cover)}
    <div class="prose">${text}</div>`
}

async function storyCorrections(reading: Reading, id: string): Promise<Html | null> {
  const story = await readPublicStory(reading, id)
  const whole = story && (await withText(reading, story))
  return whole && correctionsHtml(whole.corrections, await readBrandTime(reading))
}

async function storyTags(reading: Reading, id: string): Promise<Html | null> {
  const story = await readPublicStory(reading, id)
  return story && tagsHtml(story)
}

const MORE = 4

/** What else is filed under the story's main tag. */
async function storyMore(reading: Reading, id: string): Promise<Html | null> {
  const story = await readPublicStory(reading, id)
  const tag = story?.tags[0]
  const { items } = await listStories(reading, { limit: MORE + 1, tag: tag?.slug })
  const others = items.filter((other) => other.id !== id).slice(0, MORE)
  if (!story || others.length === 0) return null
  return moreHtml(
    tag ? `More ${tag.name}` : 'More stories',
    tag ? tagPath(tag.slug) : '/archive',
    others,
    await readBrandTime(reading),
  )
}

async function tagAbout(reading: Reading, slug: string): Promise<Html | null> {
  const tag = await findPublicTag(reading, slug)
  return (
    tag &&
    html`<header class="list-head">
      <h1>${tag.name}</h1>
      ${tag.description ? html`<p class="standfirst">${tag.description}</p>` : nothing}
    </header>`
  )
}

async function authorAbout(reading: Reading, slug: string): Promise<Html | null> {
  const author = await findPublicAuthor(reading, slug)
  if (!author) return null
  const portrait = author.portrait
    ? pictureHtml(
        { ...author.portrait, alt: `Portrait of ${author.name}` },
        { sizes: '160px', ratio: '1:1', class: 'portrait', eager: true },
      )
    : nothing
  return html`<header class="list-head author-head">
    ${portrait}
    <div>
      <p class="kicker">${author.roleTitle}</p>
      <h1>${author.name}</h1>
      ${author.bio ? html`<p class="standfirst">${author.bio}</p>` : nothing}
    </div>
  </header>`
}
