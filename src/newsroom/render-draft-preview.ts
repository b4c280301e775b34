import { findPictures, type PictureRef } from '../footage/public.ts'
import { type Person, requireRight } from '../people/public.ts'
import { html } from '../platform/html.ts'
import type { PageContent } from '../platform/http/page.ts'
import { RecordedReading } from '../platform/live/reading.ts'
import type { Platform } from '../platform/platform.ts'
import { readAuthors } from './author-store.ts'
import { readBrandTime } from './brand-time.ts'
import { plainText } from './document.ts'
import { renderDocument } from './render-document.ts'
import { readingMinutes, storyPath } from './story.ts'
import { coverHtml, headHtml, tagsHtml } from './story-html.ts'
import { storyToRead } from './stored-story.ts'
import { surroundingsOf } from './surroundings.ts'
import { readTags } from './tag-store.ts'

/** The working version as its page will look, for the shell to wrap. Never cached, never for readers. */
export async function renderDraftPreview(p: Platform, person: Person, id: string): Promise<PageContent> {
  requireRight(person, 'story.write')
  const story = await storyToRead(p, id)
  const authors = await readAuthors(p, story.authors)
  const tags = await readTags(p, story.tags)
  const pictures = await findPictures(p, [story.cover, ...authors.map(({ portrait }) => portrait)])
  const picture = (of: string | null): PictureRef | null => (of ? (pictures.get(of) ?? null) : null)
  const head = {
    ...story,
    tags,
    authors: authors.map(({ slug, name, portrait }) => ({ slug, name, portrait: picture(portrait) })),
    publishedAt: null,
    updatedAt: null,
    correctedAt: null,
    readingMinutes: readingMinutes(plainText(story.document)),
  }
  const reading = new RecordedReading(p, p.clock.now())
  const time = await readBrandTime(reading)
  const text = renderDocument(story.document, await surroundingsOf(p, reading, story.document))
  return {
    title: story.headline || 'Untitled',
    description: story.standfirst,
    canonical: storyPath(story.slug),
    noindex: true,
    look: `page-story kind-${story.kind}`,
    sheet: 'story',
    body: html`<div class="wrap story">
      <article class="story-main">
        ${headHtml(head, time)} ${coverHtml(picture(story.cover))}
        <div class="prose">${text}</div>
        ${tagsHtml({ tags })}
      </article>
    </div>`,
  }
}
