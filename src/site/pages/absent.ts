import { listStories, summaryHtml } from '../../newsroom/public.ts'
import type { PageContent } from '../../platform/http/page.ts'
import { html, type Html } from '../../platform/html.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { brandOf } from '../brand-store.ts'
import { searchForm } from './search-form.ts'

const WORDS = {
  404: {
    title: 'Nobody home',
    figure: '404',
    says: 'There is no page at this address, and as far as we know there never was. It may be a typing slip, or a link that broke on its way here.',
  },
  410: {
    title: 'Taken down',
    figure: '410',
    says: 'There was a page at this address. It has been taken down, on purpose, and it is not coming back here.',
  },
} as const

const RECENT = 5

/** What stands where nothing is: what happened, a way to search, and what is new. */
export async function absentPage(reading: Reading, path: string, status: 404 | 410): Promise<PageContent> {
  const { title, figure, says } = WORDS[status]
  const brand = await brandOf(reading)
  const { items } = await listStories(reading, { limit: RECENT })
  const body: Html = html`<div class="wrap absent"><p class="absent-figure" aria-hidden="true">${figure}</p><div><h1>${title}</h1><p class="absent-says">${says}</p>${searchForm('')}${
    items.length > 0
      ? html`<h2 class="rule">What is new</h2>${items.map((story) => summaryHtml(story, { look: 'row', time: brand }))}`
      : null
  }</div></div>`
  return { title, description: says, canonical: path, sheet: 'lists', body, noindex: true }
}
