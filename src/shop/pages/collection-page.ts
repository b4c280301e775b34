import { findPictures, shareImageUrl } from '../../footage/public.ts'
import { brandClock, longTime } from '../../platform/brand-clock.ts'
import { html } from '../../platform/html.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import type { Reading } from '../../platform/live/reading.ts'
import { region } from '../../platform/live/regions.ts'
import { collectionPath } from '../collection.ts'
import { type Facet, facetKey, parseFacet } from '../facets.ts'
import { isId } from '../product.ts'
import { collectionJsonLd } from '../product-json-ld.ts'
import { type CollectionView, readCollection, readProductsOf } from '../read-catalogue.ts'

export const collectionPage = (siteUrl: string): PageRoute => ({
  path: '/collections/:slug',
  module: 'shop',
  query: ['type', 'size'],
  build: async (reading, { slug = '' }, query) => {
    const facet = parseFacet(query)
    const view = isId(slug) || !facet ? null : await readCollection(reading, slug)
    if (!view || !facet) return { kind: 'missing' }
    return { kind: 'page', content: await contentOf(reading, view, facet, siteUrl) }
  },
})

async function contentOf(
  reading: Reading,
  view: CollectionView,
  facet: Facet,
  siteUrl: string,
): Promise<PageContent> {
  const products = await readProductsOf(reading, view)
  const cover = view.cover ? (await findPictures(reading, [view.cover])).get(view.cover) : undefined
  const image = cover ?? products[0]?.pictures[0]
  const opens = longTime(await brandClock(reading), view.opensAt)
  return {
    title: view.title,
    description: view.description || (view.phase === 'announced' ? `Opens ${opens}.` : `Opened ${opens}.`),
    canonical: collectionPath(view),
    section: '/shop',
    look: 'shop',
    sheet: 'shop-pages',
    // A narrowed list is the same page for a search engine.
    noindex: facet.type !== null || facet.size !== null,
    jsonLd: collectionJsonLd(view, products, siteUrl),
    ...(image && { image: { url: shareImageUrl(image), width: 1200, height: 630, alt: image.alt } }),
    body: html`<div class="wrap drop">${region(`collection:${view.id}/head`)}<div class="drop-in">${region(`collection:${facetKey(view.id, facet)}/products`)}</div></div>`,
  }
}
