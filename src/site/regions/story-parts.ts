import { pictureHtml, type PictureOptions } from '../../footage/public.ts'
import type { StorySummary } from '../../newsroom/public.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import { timeHtml } from '../times.ts'
import type { Brand } from '../wire.ts'

const KINDS: Record<StorySummary['kind'], string> = {
  news: '',
  opinion: 'Opinion',
  satire: 'Satire',
  sponsored: 'Sponsored',
}

/** What stands over a headline: its kind, which readers must not mistake, and its first tag. */
export function kicker({ kind, sponsor, tags }: StorySummary): Html {
  const label = kind === 'sponsored' && sponsor ? `Sponsored by ${sponsor}` : KINDS[kind]
  const words = [label, tags[0]?.name].filter((word) => word)
  return html`<p class="kicker">${words.join(' · ')}</p>`
}

const names = (story: StorySummary): string => story.authors.map(({ name }) => name).join(', ')

/** Each time ends its line: what the script makes of it moves nothing. */
export const byline = (story: StorySummary, brand: Brand): Html =>
  html`<p class="meta"><span>${names(story) ? `By ${names(story)} · ` : ''}${timeHtml(story.publishedAt, brand)}</span> ${
    story.correctedAt
      ? html`<span class="corrected">Corrected ${timeHtml(story.correctedAt, brand)}</span>`
      : nothing
  }</p>`

/** A story without a cover keeps the picture's box, so that the page's shape never depends on it. */
export const cover = (story: StorySummary, options: PictureOptions): Html =>
  html`<a class="pic pic-${(options.ratio ?? '').replace(':', 'x')}" href="${story.path}" tabindex="-1" aria-hidden="true">${
    story.cover ? pictureHtml({ ...story.cover, alt: '' }, options) : nothing
  }</a>`
