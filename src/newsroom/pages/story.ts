import { type ClipRef, findClips, shareImageUrl } from '../../footage/public.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import { asset } from '../../platform/http/assets.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import type { Platform } from '../../platform/platform.ts'
import { publicUrl } from '../../platform/public-url.ts'
import { clipsOf, type Document, momentsOf } from '../document.ts'
import { articleOf, storyCrumbs } from '../json-ld.ts'
import { wasPublicBySlug } from '../publication-store.ts'
import { findStory, type WholeStory, withText } from '../read-story.ts'
import type { StorySummary } from '../summary.ts'
import { videosOf } from '../video-json-ld.ts'

const FOOTAGE_SCRIPT = 'src/footage/client/public.ts'

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
  jsonLd: [
    articleOf(base, story, corrections),
    storyCrumbs(base, story),
    ...videosOf(base, story, document, clips),
  ],
  head: headOf(story, document),
  body: bodyOf(story),
  ...(story.cover && {
    image: { url: shareImageUrl(story.cover), width: 1200, height: 630, alt: story.cover.alt },
  }),
})

const headOf = ({ publishedAt, updatedAt, authors, tags }: StorySummary, document: Document): Html =>
  html`<meta property="article:published_time" content="${publishedAt.toISOString()}" />
    <meta property="article:modified_time" content="${updatedAt.toISOString()}" />
    ${authors.map(({ name }) => html`<meta name="author" content="${name}" />`)}
    ${tags.map(({ name }) => html`<meta property="article:tag" content="${name}" />`)}
    ${playerScript(document)}`

/** What plays a clip is there before the press, so that the press asks for the video at once. */
const playerScript = (document: Document): Html =>
  clipsOf(document).length + momentsOf(document).length > 0
    ? html`<link rel="modulepreload" href="${asset(FOOTAGE_SCRIPT)}" fetchpriority="low" />`
    : nothing

const bodyOf = (story: StorySummary): Html =>
  html`<div class="wrap story">
    <article class="story-main">
      ${region(`story:${story.id}/head`)} ${region(`story:${story.id}/body`)}
      ${region(`story:${story.id}/corrections`)} ${region(`story:${story.id}/tags`)}
    </article>
    <aside class="story-side" aria-label="More stories">${region(`story:${story.id}/more`)}</aside>
  </div>`
