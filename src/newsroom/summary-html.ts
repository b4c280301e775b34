import { pictureHtml } from '../footage/public.ts'
import { html, type Html, nothing } from '../platform/html.ts'
import { type BrandTime, dateText, timeHtml } from './brand-time.ts'
import { kindLabel } from './story.ts'
import type { StorySummary } from './summary.ts'

/** `row`: picture beside the words; `line`: words alone, for narrow columns. */
export type SummaryLook = 'row' | 'line'

const SIZES = '(max-width: 720px) 112px, 232px'

/** A story in a list. It has no id of its own, so that a list that changes is changed in place. */
export const summaryHtml = (
  story: StorySummary,
  { look, time }: { look: SummaryLook; time: BrandTime },
): Html =>
  html`<article class="teaser teaser-${look}">
    ${look === 'row' ? pictureOf(story) : nothing}
    <div class="teaser-words">
      ${kickerHtml(story)}
      ${headlineOf(story, look)}
      ${look === 'row' ? html`<p class="teaser-standfirst" data-hold>${story.standfirst}</p>` : nothing}
      <p class="meta">
        ${story.authors.length > 0 ? html`${namesOf(story)} · ` : nothing}${timeHtml(
          story.publishedAt,
          time,
          dateText(story.publishedAt, time),
        )}${story.correctedAt ? html` · <span class="corrected">Corrected</span>` : nothing}
      </p>
    </div>
  </article>`

// Rows follow the page's own heading, lines that of their column.
const headlineOf = ({ path, headline }: StorySummary, look: SummaryLook): Html =>
  look === 'row'
    ? html`<h2 class="teaser-headline" data-hold><a href="${path}">${headline}</a></h2>`
    : html`<h3 class="teaser-headline" data-hold><a href="${path}">${headline}</a></h3>`

export const namesOf = ({ authors }: Pick<StorySummary, 'authors'>): string =>
  authors.map(({ name }) => name).join(', ')

/** Over the headline: what kind of story it is, which readers must not mistake, and its main tag. */
export function kickerHtml({ kind, sponsor, tags }: Pick<StorySummary, 'kind' | 'sponsor' | 'tags'>): Html {
  const words = [kindLabel(kind, sponsor), tags[0]?.name].filter((word) => word)
  return html`<p class="kicker">${words.join(' · ')}</p>`
}

// The headline beside it leads to the same page: the picture is left out for keyboard and screen reader.
const pictureOf = (story: StorySummary): Html =>
  html`<a class="teaser-picture" href="${story.path}" tabindex="-1" aria-hidden="true"
    >${story.cover ? pictureHtml({ ...story.cover, alt: '' }, { sizes: SIZES, ratio: '3:2' }) : nothing}</a
  >`
