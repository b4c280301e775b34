import { addressTopic, resolveAddress } from '../../platform/address-store.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { PageAnswer, PageContent, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { seasonCalendar } from '../calendar.ts'
import { seasonJsonLd } from '../json-ld.ts'
import { isId } from '../match.ts'
import { readSeasonForReaders } from '../read-seasons.ts'
import { scheduleKey } from '../regions.ts'
import { currentPage, pagesOf } from '../schedule-html.ts'
import type { PublicSeasonJson } from '../wire.ts'

const bySlug = async (reading: Reading, slug: string): Promise<PublicSeasonJson | null> =>
  isId(slug) ? null : readSeasonForReaders(reading, slug)

export const seasonPage = (siteUrl: string): PageRoute => ({
  path: '/seasons/:slug',
  module: 'league',
  query: ['page'],
  build: async (reading, { slug = '' }, { page }) => {
    const season = await bySlug(reading, slug)
    const shown = season && pageOf(season, page)
    return season && shown
      ? { kind: 'page', content: contentOf(season, shown, page !== undefined, siteUrl) }
      : { kind: 'missing' }
  },
})

/** The asked page of the schedule, else the one where the season is; null: there is no such page. */
function pageOf({ matches }: PublicSeasonJson, asked: string | undefined): number | null {
  if (asked === undefined) return currentPage(matches)
  const page = /^\d{1,4}$/.test(asked) ? Number(asked) : 0
  return page >= 1 && page <= pagesOf(matches) ? page : null
}

const contentOf = (season: PublicSeasonJson, page: number, asked: boolean, siteUrl: string): PageContent => ({
  title: asked ? `${season.name}, schedule ${page}` : season.name,
  description: season.description || `${season.name}: schedule, table and player totals.`,
  canonical: asked ? `${season.path}?page=${page}` : season.path,
  ...(asked && { noindex: true }),
  section: '/seasons',
  sheet: 'league-pages',
  jsonLd: seasonJsonLd(season, siteUrl),
  head: html`<link rel="alternate" type="text/calendar" href="${season.path}.ics" title="${season.name}" />`,
  body: bodyOf(season, page),
})

const bodyOf = (season: PublicSeasonJson, page: number): Html => html`<article class="league">
  <h1>${season.name}</h1>
  ${season.description === '' ? nothing : html`<p class="season-says">${season.description}</p>`}
  ${region(`season:${season.id}/now`)}
  <section class="season-part" aria-labelledby="season-table"><h2 id="season-table">Table</h2>${region(`season:${season.id}/table`)}</section>
  <section class="season-part" aria-labelledby="season-schedule"><h2 id="season-schedule">Schedule</h2>${region(scheduleKey(season.id, page))}
    ${pagesHtml(season, page)}<p class="league-links"><a href="${season.path}.ics">All of it in your calendar</a></p></section>
  <section class="season-part" aria-labelledby="season-players"><h2 id="season-players">Players</h2>${region(`season:${season.id}/players`)}</section>
  <p class="league-links"><a href="/seasons">All seasons</a></p>
</article>`

function pagesHtml({ path, matches }: PublicSeasonJson, page: number): Html {
  const last = pagesOf(matches)
  if (last === 1) return nothing
  const link = (to: number, rel: string, words: string): Html =>
    to < 1 || to > last
      ? nothing
      : html`<a rel="${rel}" href="${path}?page=${to}#season-schedule">${words}</a> `
  return html`<nav class="league-links" aria-label="Pages of the schedule">${link(page - 1, 'prev', 'Earlier matches')}${link(page + 1, 'next', 'Later matches')}</nav>`
}

export const seasonCalendarFile = (siteUrl: string): PageRoute => ({
  path: '/seasons/:slug.ics',
  module: 'league',
  build: async (reading, { slug = '' }) => {
    const season = await bySlug(reading, slug)
    if (!season) return movedCalendar(reading, `/seasons/${slug}`)
    return {
      kind: 'document',
      contentType: 'text/calendar; charset=utf-8',
      headers: { 'content-disposition': `attachment; filename="${season.slug}.ics"` },
      body: seasonCalendar(season, siteUrl),
    }
  },
})

/** The calendar file moves and goes with its page. */
async function movedCalendar(reading: Reading, path: string): Promise<PageAnswer> {
  reading.topic(addressTopic(path))
  const address = await resolveAddress(reading, path)
  if (address.state === 'redirect') return { kind: 'moved', to: `${address.to}.ics`, permanent: true }
  return { kind: address.state === 'gone' ? 'gone' : 'missing' }
}
