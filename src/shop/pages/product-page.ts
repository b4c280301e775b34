import { shareImageUrl } from '../../footage/public.ts'
import { html } from '../../platform/html.ts'
import type { PageContent, PageRoute } from '../../platform/http/page.ts'
import { region } from '../../platform/live/regions.ts'
import { priceWords } from '../price-words.ts'
import { isId, productPath } from '../product.ts'
import { productJsonLd } from '../product-json-ld.ts'
import { type ProductView, readProduct } from '../read-catalogue.ts'

export const productPage = (siteUrl: string): PageRoute => ({
  path: '/products/:slug',
  module: 'shop',
  build: async (reading, { slug = '' }) => {
    // A page has one address: the id is not one.
    const view = isId(slug) ? null : await readProduct(reading, slug)
    return view ? { kind: 'page', content: contentOf(view, siteUrl) } : { kind: 'missing' }
  },
})

const contentOf = (view: ProductView, siteUrl: string): PageContent => ({
  title: view.title,
  description: [view.type, priceWords(view.money, view.variants), view.description.slice(0, 140)]
    .filter(Boolean)
    .join(' · '),
  canonical: productPath(view),
  section: '/shop',
  look: 'shop',
  sheet: 'shop-pages',
  jsonLd: productJsonLd(view, siteUrl),
  ...(view.pictures[0] && {
    image: { url: shareImageUrl(view.pictures[0]), width: 1200, height: 630, alt: view.pictures[0].alt },
  }),
  body: html`<article class="wrap product"><div class="product-pics">${region(`product:${view.id}/pictures`)}</div><div class="product-side">${region(`product:${view.id}/head`)}${region(`product:${view.id}/buy`)}<p class="small product-ship">Shipping and taxes are reckoned before you pay. Nothing is kept for you before the checkout.</p><div class="product-about">${region(`product:${view.id}/about`)}</div><p><a href="/shop">All of the shop</a></p></div></article>`,
})
