import { type ClipRef, findClips, shareImageUrl } from '../../footage/public.ts'
import { html, type Html } from '../../platform/html.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import type { Platform } from '../../platform/platform.ts'
import { publicUrl } from '../../platform/public-url.ts'
import { clipsOf } from '../document.ts'
import { articleOf, storyCrumbs } from '../json-ld.ts'
import { wasPublicBySlug } from '../publication-store.ts'
import { findStory, type WholeStory, withText } from '../read-story.ts'
import type { StorySummary } from '../summary.ts'
import { videosOf } from '../video-json-ld.ts'

export const storyPage = (p: Platform): PageRoute => ({
  path: '/stories/:slug',
  module: 'newsroom',
  build: async (reading, { slug = '' }) => {
    const story = await findStory(reading, slug)
    const whole = story && (await withText(reading, story))
    if (whole) {
      const clips = await findClips(reading, clipsOf(whole.document))
      return { kind: 'page', content: contentOf(publicUrl(p), whole, clips) }
    }
    // One that was taken back goes on answering "gone" while it waits to come out again.
    return { kind: (await wasPublicBySlug(reading, slug, reading.now)) ? 'gone' : 'missing' }
  },
})

const contentOf = (
  base: string,
  { story, document, corrections }: WholeStory,
  clips: ReadonlyMap<string, ClipRef>,
): PageContent => ({
  title: story.headline,
  description: story.standfirst,
  canonical: story.path,
  section: '/archive',
  ogType: 'article',
  look: `page-story kind-${story.kind}`,
  sheet: 'story',
  jsonLd: [
    articleOf(base, story, corrections),
    storyCrumbs(base, story),
    ...videosOf(base, story, document, clips),
  ],
  head: headOf(story),
  body: bodyOf(story),
  ...(story.cover && {
    image: { url: shareImageUrl(story.cover), width: 1200, height: 630, alt: story.cover.alt },
  }),
})

const headOf = ({ publishedAt, updatedAt, authors, tags }: StorySummary): Html =>
  html`<meta property="article:published_time" content="${publishedAt.toISOString()}" />
    <meta property="article:modified_time" content="${updatedAt.toISOString()}" />
    ${authors.map(({ name }) => html`<meta name="author" content="${name}" />`)}
    ${tags.map(({ name }) => html`<meta property="article:tag" content="${name}" />`)}`

const bodyOf = (story: StorySummary): Html =>
  html`<div class="wrap story">
    <article class="story-main">
      ${region(`story:${story.id}/head`)} ${region(`story:${story.id}/body`)}
      ${region(`story:${story.id}/corrections`)} ${region(`story:${story.id}/tags`)}
    </article>
    <aside class="story-side" aria-label="More stories">${region(`story:${story.id}/more`)}</aside>
  </div>`
