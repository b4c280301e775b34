import { pictureHtml, type PictureRef } from '../footage/public.ts'
import { type Fragment, html, type Html, nothing } from '../platform/html.ts'
import { type BrandTime, momentText, timeHtml } from './brand-time.ts'
import type { Correction } from './correction-store.ts'
import { captionHtml } from './caption-html.ts'
import { authorPath, kindLabel, tagPath } from './story.ts'
import type { Byline, StorySummary } from './summary.ts'
import { summaryHtml } from './summary-html.ts'

/** What a story's head shows; a preview has no dates yet. */
export type HeadOf = Pick<
  StorySummary,
  'kind' | 'sponsor' | 'tags' | 'headline' | 'standfirst' | 'authors'
> & {
  publishedAt: Date | null
  updatedAt: Date | null
  correctedAt: Date | null
  readingMinutes: number
}

const TOUCHED_AFTER_MS = 60_000

export const headHtml = (story: HeadOf, time: BrandTime): Html =>
  html`<header class="story-head">
    ${kickerLinks(story)}
    <h1 data-hold>${story.headline}</h1>
    ${story.standfirst ? html`<p class="standfirst" data-hold>${story.standfirst}</p>` : nothing}
    <div class="byline">
      ${story.authors.map(portraitOf)}
      <p class="byline-words">
        <span class="byline-names">${joined(story.authors.map(nameOf))}</span>
        <span class="byline-dates" data-swap>${datesOf(story, time)}</span>
      </p>
    </div>
  </header>`

function kickerLinks({ kind, sponsor, tags }: HeadOf): Html {
  const label = kindLabel(kind, sponsor)
  const [tag] = tags
  const parts = [
    ...(label ? [html`<b class="kind kind-${kind}">${label}</b>`] : []),
    ...(tag ? [html`<a href="${tagPath(tag.slug)}">${tag.name}</a>`] : []),
  ]
  return html`<p class="kicker">${joined(parts, ' · ')}</p>`
}

const joined = (parts: readonly Html[], by = ', '): Fragment =>
  parts.map((part, i) => (i === 0 ? part : html`${by}${part}`))

const nameOf = ({ slug, name }: Byline): Html => html`<a rel="author" href="${authorPath(slug)}">${name}</a>`

const portraitOf = ({ portrait }: Byline): Html =>
  portrait
    ? pictureHtml({ ...portrait, alt: '' }, { sizes: '52px', ratio: '1:1', class: 'portrait', eager: true })
    : nothing

function datesOf({ publishedAt, updatedAt, correctedAt, readingMinutes }: HeadOf, time: BrandTime): Fragment {
  if (!publishedAt) return 'Not published'
  const isTouched = updatedAt && updatedAt.getTime() - publishedAt.getTime() > TOUCHED_AFTER_MS
  const change = correctedAt
    ? html` · <span class="corrected">corrected ${timeHtml(correctedAt, time)}</span>`
    : isTouched
      ? html` · updated ${timeHtml(updatedAt, time)}`
      : nothing
  // The day a story came out is said as such, however long ago it is.
  return html`<time datetime="${publishedAt.toISOString()}">${momentText(publishedAt, time)}</time>${change} ·
    ${readingMinutes} min`
}

export const coverHtml = (cover: PictureRef | null): Html =>
  cover
    ? html`<figure class="shot cover">
        ${pictureHtml(cover, { sizes: '(max-width: 720px) calc(100vw - 32px), 720px', ratio: '16:9', eager: true })}
        ${captionHtml(undefined, cover.credit)}
      </figure>`
    : nothing

export const correctionsHtml = (corrections: readonly Correction[], time: BrandTime): Html | null =>
  corrections.length === 0
    ? null
    : html`<section class="corrections">
        <h2>${corrections.length === 1 ? 'Correction' : 'Corrections'}</h2>
        ${corrections.map(
          ({ at, note }) =>
            html`<p>
              <time class="corrected" datetime="${at.toISOString()}">${momentText(at, time)}</time> ${note}
            </p>`,
        )}
      </section>`

export const tagsHtml = ({ tags }: Pick<StorySummary, 'tags'>): Html =>
  tags.length === 0
    ? nothing
    : html`<nav class="story-tags" aria-label="Tags">
        ${tags.map(({ slug, name }) => html`<a rel="tag" href="${tagPath(slug)}">${name}</a>`)}
      </nav>`

export const moreHtml = (
  title: string,
  href: string,
  stories: readonly StorySummary[],
  time: BrandTime,
): Html =>
  html`<section class="rule more">
    <h2><a href="${href}">${title}</a></h2>
    ${stories.map((story) => summaryHtml(story, { look: 'line', time }))}
  </section>`
