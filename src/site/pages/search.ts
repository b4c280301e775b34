import { searchStories, type StorySummary, summaryHtml } from '../../newsroom/public.ts'
import type { PageRoute } from '../../platform/http/page.ts'
import { html, type Html, nothing } from '../../platform/html.ts'
import { brandOf } from '../brand-store.ts'
import type { Brand } from '../wire.ts'
import { searchProducts, tilesOf } from '../../shop/public.ts'
import { isModuleOn } from '../module-switch.ts'
import { searchForm } from './search-form.ts'

const PAGE = 20
/** Of the shop, beside the stories. */
const GOODS = 5

export const searchPage: PageRoute = {
  path: '/search',
  module: 'site',
  query: ['q', 'after'],
  build: async (reading, _params, { q = '', after }) => {
    const brand = await brandOf(reading)
    const text = q.trim()
    const { items, next } = text
      ? await searchStories(reading, text, { limit: PAGE, after })
      : { items: [], next: null }
    const goods =
      text && !after && (await isModuleOn(reading, 'shop')) ? await searchProducts(reading, text, GOODS) : []
    const body = html`<div class="wrap lane"><h1>Search</h1>${searchForm(text)}${goods.length > 0 ? html`<section class="found-goods" aria-label="In the shop"><h2>In the shop</h2>${tilesOf(goods)}</section>` : nothing}<div class="found" aria-live="polite">${text && items.length === 0 && goods.length === 0 ? nothingFound(text) : found(items, brand)}</div>${next ? more(text, next) : nothing}</div>`
    return {
      kind: 'page',
      content: {
        title: text ? `“${text}”` : 'Search',
        description: `Search everything that ${brand.name} has published.`,
        canonical: '/search',
        section: '/search',
        sheet: 'lists',
        noindex: true,
        body,
      },
    }
  },
}

const found = (stories: readonly StorySummary[], brand: Brand): Html =>
  stories.length === 0
    ? nothing
    : html`<h2 class="sr">Found</h2>${stories.map((story) => summaryHtml(story, { look: 'row', time: brand }))}`

const nothingFound = (text: string): Html =>
  html`<p class="none">Nothing we have printed says “${text}”. Try fewer words, or the name of a team.</p>`

const more = (text: string, next: string): Html =>
  html`<a class="button" rel="next" href="/search?${new URLSearchParams({ q: text, after: next }).toString()}">More</a>`
