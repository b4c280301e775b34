import { brandClock, longTime } from '../../platform/brand-clock.ts'
import { html } from '../../platform/html.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { matchJsonLd } from '../json-ld.ts'
import { isId } from '../match.ts'
import { labelOf, toldOf } from '../match-words.ts'
import { readMatchForReaders } from '../read-matches.ts'
import type { PublicMatchJson } from '../wire.ts'

/** A page has one address: the id is not one. */
export const matchPage = (siteUrl: string): PageRoute => ({
  path: '/matches/:slug',
  module: 'league',
  build: async (reading, { slug = '' }) => {
    const match = isId(slug) ? null : await readMatchForReaders(reading, slug)
    return match ? { kind: 'page', content: await contentOf(reading, match, siteUrl) } : { kind: 'missing' }
  },
})

async function contentOf(reading: Reading, match: PublicMatchJson, siteUrl: string): Promise<PageContent> {
  const when = longTime(await brandClock(reading), new Date(match.scheduledAt))
  const { id, title, subtitle, season, event, path } = match
  return {
    title: `${title}, ${subtitle}`,
    description: [labelOf(toldOf(match)), match.words, subtitle, when].filter(Boolean).join(' · '),
    canonical: path,
    section: '/seasons',
    sheet: 'league-pages',
    jsonLd: matchJsonLd(match, siteUrl),
    body: html`<article class="league">
      ${region(`match:${id}/box`)}
      <div class="match-columns">
        ${region(`match:${id}/log`)}
        <div>
          ${event ? region(`event:${event.id}/card`) : null}${region(`match:${id}/players`)}
          <p class="league-links"><a href="${season.path}">${season.name}: table and schedule</a></p>
        </div>
      </div>
    </article>`,
  }
}
